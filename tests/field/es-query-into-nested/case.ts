import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { volumeOf, volumeReasons } from '../support/read';

const current = { index: 'field-nested', timeField: 'at' };
const measure = (query: string) => ({
  kind: 'volume',
  window: '5d',
  current,
  measures: [{ name: 'n', aggregate: 'count', query }],
  baseline: { kind: 'previous', offset: '5d' },
});
const nothing = [
  [null, null],
  [null, null],
];

/** A hundred documents a day with nested calls, half of them of the model a: no Lucene query reaches those. */
export const fieldCase: FieldCase = {
  reports: 'elastic/kibana#3656, #22295, #16244, elastic/elasticsearch#16551, YelpArchive/elastalert#1194',
  async make(store) {
    const documents = twentyDays((i) => ({
      x: i % 40,
      calls: [{ model: i % 2 ? 'a' : 'b' }],
      copied: [{ model: i % 2 ? 'a' : 'b' }],
    }));
    const model = { model: { type: 'keyword' } };
    const properties = {
      at: { type: 'date' },
      x: { type: 'integer' },
      calls: { type: 'nested', properties: model },
      copied: { type: 'nested', include_in_parent: true, properties: model },
    };
    await store.index('field-nested', properties, documents);
  },
  asks: [
    {
      what: 'has no number for a field in nested objects, and says why',
      query: measure('calls.model:a'),
      right: (answer) => {
        expect(volumeOf(answer, 'n').map(([value]) => value)).toEqual([null, null]);
        expect(volumeReasons(answer)).toMatch(
          /^(No verdict: The query "calls\.model:a" names .* don't reach: [^|]*(\||$))+$/
        );
        expect(answer.notices).toMatch(
          /"calls\.model" in the nested objects "calls", which Lucene queries don't reach/
        );
      },
    },
    {
      what: 'has none for a misspelt field',
      query: measure('modle:a'),
      right: (answer) => {
        expect(volumeOf(answer, 'n')).toEqual(nothing);
        expect(volumeReasons(answer)).toMatch(/No verdict: The query "modle:a" names "modle"/);
        expect(volumeReasons(answer)).not.toMatch(/past window/);
        expect(answer.notices).toMatch(/names "modle", and "field-nested" has no such field/);
      },
    },
    {
      what: 'counts nested objects that are included in their parent',
      query: measure('copied.model:a'),
      right: (answer) => expect(volumeOf(answer, 'n').map(([value]) => value)).toEqual([250, 250]),
    },
    {
      what: 'counts what the rest of a query matches, and says which part does not',
      query: measure('modle:a OR x:[0 TO 19]'),
      right: (answer) => {
        expect(volumeOf(answer, 'n').map(([value]) => value)).toEqual([260, 240]);
        expect(answer.notices).toMatch(/this part matches nothing/);
      },
    },
    {
      what: 'says why there are no rows',
      query: {
        kind: 'drift',
        current: { ...current, query: 'calls.model:a', features: [{ name: 'x' }] },
        baseline: TEN_DAYS_BEFORE,
      },
      right: ({ error }) => expect(error).toMatch(/in the nested objects "calls", which Lucene queries don't reach/),
    },
  ],
};
