import { DAY, type FieldCase, START } from '../support/FieldCase';
import { volumeOf } from '../support/read';

const WEEK = 7 * DAY;
const FIRST = START + 4 * DAY;
const current = { index: 'field-closed-*', timeField: 'at' };
const volume = { kind: 'volume', window: '7d', measures: [{ name: 'n', aggregate: 'count' }] };
const baseline = { kind: 'previous', offset: '7d' };
const range = { from: FIRST + WEEK, to: FIRST + 4 * WEEK };

/** An index a week, 700 documents in each; the third is closed, and a pattern leaves it out without a word. */
export const fieldCase: FieldCase = {
  reports: 'elastic/kibana#111699, elastic/elasticsearch#10242',
  async make(store) {
    for (let week = 0; week < 4; week++) {
      const documents = Array.from({ length: 700 }, (_, i) => ({
        at: FIRST + week * WEEK + (i * WEEK) / 700,
        x: i % 9,
      }));
      await store.index(`field-closed-${week}`, { at: { type: 'date' }, x: { type: 'integer' } }, documents);
    }
    await store.call('POST', '/field-closed-2/_close');
  },
  asks: [
    ...[
      { ...volume, current, baseline },
      { kind: 'quality', window: '7d', current, baseline },
      { kind: 'drift', window: '7d', current, baseline },
      { kind: 'versions', window: '7d', current, feature: { name: 'x' } },
    ].map((query) => ({
      what: `refuses the pattern and names the closed index: ${query.kind}`,
      query,
      range,
      right: ({ error }: { error?: string }) =>
        expect(error).toMatch(/closed the index "field-closed-2", which "field-closed-\*" matches/),
    })),
    {
      what: 'counts what is left as the message says',
      query: { ...volume, current: { ...current, index: 'field-closed-*,-field-closed-2' }, baseline },
      range: { from: FIRST + WEEK, to: FIRST + 2 * WEEK },
      right: (answer) => expect(volumeOf(answer, 'n')).toEqual([[700, 0]]),
    },
  ],
};
