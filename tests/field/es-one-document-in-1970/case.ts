import { DAY, type FieldCase, START } from '../support/FieldCase';
import { volumeOf } from '../support/read';

const first = START + 9 * DAY;

/** Fifty documents a day for eleven days, and one with the time 0, which is not when the log began. */
export const fieldCase: FieldCase = {
  reports: 'Graylog2/graylog2-server#6014, uken/fluent-plugin-elasticsearch#129',
  async make(store) {
    const days = Array.from({ length: 550 }, (_, i) => ({ at: first + (i * DAY) / 50 }));
    await store.index('field-1970', { at: { type: 'date' } }, [...days, { at: 0 }]);
  },
  asks: [
    {
      what: 'has no data before the log began, whatever one stray time says',
      query: {
        kind: 'volume',
        window: '1d',
        current: { index: 'field-1970', timeField: 'at' },
        measures: [{ name: 'n', aggregate: 'count' }],
        baseline: { kind: 'seasonal', period: '1d', count: 14 },
      },
      range: { from: first, to: first + 11 * DAY },
      right: (answer) => {
        const severities = volumeOf(answer, 'n').map(([, severity]) => severity);
        // Seven of fourteen past days must be known.
        expect(severities).toEqual([null, null, null, null, null, null, null, 0, 0, 0, 0]);
        expect(answer.notices).toMatch(/1 document lies far from all others .*1970-01-01/);
      },
    },
  ],
};
