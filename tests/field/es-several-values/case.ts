import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { currentOf, totalsOf, volumeOf } from '../support/read';

const current = { index: 'field-several', timeField: 'at' };

/** Documents with the tags "all" and a or b, and three scores of ten, of which two are equal. */
export const fieldCase: FieldCase = {
  reports: 'elastic/elasticsearch#64077, #30268, elastic/kibana#82328',
  async make(store) {
    const documents = twentyDays((i) => ({
      x: (i * 7) % 40,
      tags: ['all', i % 2 ? 'a' : 'b'],
      scores: [i % 5, i % 5, 5 + (i % 5)],
    }));
    const properties = {
      at: { type: 'date' },
      x: { type: 'integer' },
      tags: { type: 'keyword' },
      scores: { type: 'integer' },
    };
    await store.index('field-several', properties, documents);
  },
  asks: [
    {
      what: 'says of segments that documents are in several',
      query: {
        kind: 'drift',
        segmentBy: ['tags'],
        current: { ...current, features: [{ name: 'x' }] },
        baseline: TEN_DAYS_BEFORE,
      },
      right: (answer) => {
        expect(totalsOf(answer)).toEqual({ all: 1000, a: 500, b: 500 });
        expect(answer.notices).toMatch(/several values, and count in the segment of each: tags/);
      },
    },
    {
      what: 'says of measures that documents count several times',
      query: {
        kind: 'volume',
        window: '5d',
        current,
        measures: [
          { name: 'rows', aggregate: 'count' },
          { name: 'tagged', aggregate: 'count', field: 'tags' },
          { name: 'sum', aggregate: 'sum', field: 'scores' },
        ],
        baseline: { kind: 'previous', offset: '5d' },
      },
      right: (answer) => {
        expect([volumeOf(answer, 'rows')[0][0], volumeOf(answer, 'tagged')[0][0]]).toEqual([500, 1000]);
        expect(answer.notices).toMatch(/several values, and each counts in tagged, sum/);
      },
    },
    {
      what: 'has no category that does not exist: each value of a document counts once',
      query: {
        kind: 'drift',
        current: { ...current, features: [{ name: 'scores', type: 'categorical' }] },
        baseline: TEN_DAYS_BEFORE,
      },
      right: (answer) => {
        const byCategory = new Map(Array.from({ length: 10 }, (_, score) => [String(score), 200]));
        expect(currentOf(answer, 'scores')).toMatchObject({ rest: 0, byCategory });
        expect(answer.notices).toMatch(/several values, and each is counted: scores/);
      },
    },
  ],
};
