import type { FieldCase } from '../support/FieldCase';
import { volumeOf } from '../support/read';

const HALF_HOUR = 1_800_000;
const MIDNIGHT_BEFORE = Date.UTC(2024, 2, 29, 23);
/** The end of 2 April in Oslo, where clocks went forward on 31 March. */
const MIDNIGHT_AFTER = Date.UTC(2024, 3, 2, 22);

/** Days of a time zone over several indices of several shards, one of them an hour short: a document each half hour. */
export const fieldCase: FieldCase = {
  reports: 'elastic/elasticsearch#48739, elastic/elasticsearch#107204',
  async make(store) {
    const times = Array.from({ length: 14 * 48 }, (_, i) => Date.UTC(2024, 2, 21) + i * HALF_HOUR);
    for (const part of [0, 1]) {
      const documents = times.filter((_, i) => i % 2 === part).map((at) => ({ at, x: 1 }));
      await store.index(`field-daylight-${part}`, { at: { type: 'date' }, x: { type: 'integer' } }, documents, {
        number_of_shards: 3,
      });
    }
  },
  asks: [
    {
      what: 'counts the days of Oslo',
      query: {
        kind: 'volume',
        window: '1d',
        timezone: 'Europe/Oslo',
        current: { index: 'field-daylight-*', timeField: 'at' },
        measures: [{ name: 'n', aggregate: 'count' }],
        baseline: { kind: 'previous', offset: '7d' },
      },
      range: { from: MIDNIGHT_BEFORE, to: MIDNIGHT_AFTER },
      right: (answer) => expect(volumeOf(answer, 'n').map(([value]) => value)).toEqual([48, 46, 48, 48]),
    },
    {
      what: 'does not call the short day low',
      query: {
        kind: 'volume',
        window: '1d',
        timezone: 'Europe/Oslo',
        current: { index: 'field-daylight-*', timeField: 'at' },
        measures: [{ name: 'n', aggregate: 'count', deviation: 0.02 }],
        baseline: { kind: 'previous', offset: '7d' },
        decision: { noise: 0 },
      },
      range: { from: MIDNIGHT_BEFORE, to: MIDNIGHT_AFTER },
      right: (answer) => expect(volumeOf(answer, 'n').map(([, severity]) => severity)).toEqual([0, 0, 0, 0]),
    },
  ],
};
