import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { currentOf, totalsOf } from '../support/read';

const current = { index: 'field-long-integers', timeField: 'at' };
const id = (i: number) => `90071992547409${90 + (i % 5)}`;

/** Five numbers beyond 2^53, of which doubles hold three: JSON parsers that read doubles make them one. */
export const fieldCase: FieldCase = {
  reports: 'elastic/kibana#40183, #10055, #7863, grafana/grafana#23408',
  async make(store) {
    const documents = twentyDays((i) => ({ x: (i * 7) % 40, id: id(i) }));
    await store.index('field-long-integers', { at: { type: 'date' }, x: { type: 'integer' }, id: { type: 'long' } }, documents);
  },
  asks: [
    {
      what: 'has a category for each',
      query: {
        kind: 'drift',
        current: { ...current, features: [{ name: 'id', type: 'categorical' }] },
        baseline: TEN_DAYS_BEFORE,
      },
      right: (answer) =>
        expect(currentOf(answer, 'id')).toMatchObject({
          rest: 0,
          byCategory: new Map([0, 1, 2, 3, 4].map((i) => [id(i), 200])),
        }),
    },
    {
      what: 'has a segment for each',
      query: {
        kind: 'drift',
        segmentBy: ['id'],
        current: { ...current, features: [{ name: 'x' }] },
        baseline: TEN_DAYS_BEFORE,
      },
      right: (answer) => expect(totalsOf(answer)).toEqual(Object.fromEntries([0, 1, 2, 3, 4].map((i) => [id(i), 200]))),
    },
  ],
};
