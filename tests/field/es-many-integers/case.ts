import { countOf } from '../support/countOf';
import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { verdictsOf, volumeOf } from '../support/read';

const names = Array.from({ length: 130 }, (_, i) => `n${String(i).padStart(3, '0')}`);
const current = { index: 'field-many-integers', timeField: 'at' };

/** More whole numbers than a store reads of documents at once; the last of them is cut from decimals, and drifts. */
export const fieldCase: FieldCase = {
  reports: 'elastic/kibana#22897, elastic/elasticsearch#63730, internetitem/logback-elasticsearch-appender#78',
  async make(store) {
    const documents = twentyDays((i, isLater) => ({
      ...Object.fromEntries(names.map((name) => [name, i % 7])),
      n129: (i % 7) + (isLater ? 3 : 0) + 0.5,
    }));
    const integers = Object.fromEntries(names.map((name) => [name, { type: 'integer' }]));
    await store.index('field-many-integers', { at: { type: 'date' }, ...integers }, documents);
  },
  asks: [
    {
      what: 'compares all of them',
      query: { kind: 'drift', current, baseline: TEN_DAYS_BEFORE },
      right: (answer) => {
        const verdicts = verdictsOf(answer);
        expect(Object.keys(verdicts).sort()).toEqual(names);
        expect(names.filter((name) => verdicts[name] === 'drift')).toEqual(['n129']);
        expect(answer.notices).toMatch(/n129 is mapped as integer, and documents write decimals into it/);
      },
    },
    {
      what: 'checks all of them',
      query: { kind: 'quality', current },
      right: ({ error, notices }) => {
        expect(error).toBeUndefined();
        expect(notices).toMatch(/n129 is mapped as integer, and documents write decimals into it/);
      },
    },
    {
      what: 'counts them',
      query: countOf(current),
      right: (answer) => expect(volumeOf(answer, 'n').map(([value]) => value)).toEqual([1000]),
    },
  ],
};
