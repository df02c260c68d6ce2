import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { currentOf } from '../support/read';

const index = 'field-empty';
const EMPTY = [null, [], [null], '', undefined];

/** Of ten values five are empty in as many ways: null, an empty list, a list of null, an empty text, nothing at all. */
export const fieldCase: FieldCase = {
  reports: 'elastic/elasticsearch#5298, elastic/kibana#32690, #6245',
  async make(store) {
    const documents = twentyDays((i) => ({
      x: i % 10 < 5 && EMPTY[i % 5] !== '' ? EMPTY[i % 5] : i % 7,
      name: i % 10 < 5 ? EMPTY[i % 5] : 'abc'[i % 3],
    }));
    await store.index(index, { at: { type: 'date' }, x: { type: 'integer' }, name: { type: 'keyword' } }, documents);
  },
  asks: [
    {
      what: 'counts them all as missing, and none as 0',
      query: {
        kind: 'drift',
        current: { index, timeField: 'at', features: [{ name: 'x', type: 'numeric' }, { name: 'name' }] },
        baseline: TEN_DAYS_BEFORE,
      },
      right: (answer) => {
        expect(currentOf(answer, 'name').counts).toMatchObject({ total: 1000, missing: 500, mistyped: 0 });
        expect(currentOf(answer, 'x').counts).toMatchObject({ total: 1000, missing: 400, mistyped: 0 });
      },
    },
  ],
};
