import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { verdictsOf, volumeOf } from '../support/read';

const current = { index: 'field-decimals', timeField: 'at' };

/** The first document wrote a whole number, so that a dynamic mapping made the field a long: 0.1 to 0.9 are 0 since. */
export const fieldCase: FieldCase = {
  reports: 'elastic/elasticsearch#20289, #71184, #25861, #16018',
  async make(store) {
    const documents = twentyDays((i) => ({ score: i === 0 ? 1 : (i % 9) / 10, count: i % 40 }));
    await store.index(
      'field-decimals',
      { at: { type: 'date' }, score: { type: 'long' }, count: { type: 'long' } },
      documents
    );
  },
  asks: [
    {
      what: 'says beside the verdict that decimals are cut, of the field that has them',
      query: { kind: 'drift', current, baseline: TEN_DAYS_BEFORE },
      right: (answer) => {
        expect(Object.keys(verdictsOf(answer)).sort()).toEqual(['count', 'score']);
        expect(answer.notices).toMatch(/score is mapped as long, and documents write decimals into it, such as 0\.\d/);
        expect(answer.notices).not.toMatch(/count is mapped as long, and/);
      },
    },
    {
      what: 'says it beside a sum',
      query: {
        kind: 'volume',
        window: '5d',
        current,
        measures: [{ name: 'sum', aggregate: 'sum', field: 'score' }],
        baseline: { kind: 'previous', offset: '5d' },
      },
      right: (answer) => {
        expect(volumeOf(answer, 'sum')[0][0]).toBe(0);
        expect(answer.notices).toMatch(/score is mapped as long, and documents write decimals into it/);
      },
    },
  ],
};
