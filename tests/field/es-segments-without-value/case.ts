import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { totalsOf } from '../support/read';

const fields = { region: 'integer', share: 'float', vip: 'boolean', host: 'ip', name: 'keyword' };
const values = {
  region: [7, 8],
  share: [0.1, 0.2],
  vip: [true, false],
  host: ['10.0.0.1', '10.0.0.2'],
  name: ['a', 'b'],
};

/** A quarter of the documents hold no value of what tells segments apart, a quarter the one, half the other. */
export const fieldCase: FieldCase = {
  reports: 'elastic/kibana#17454, #102868, #108283, elastic/elasticsearch#5324',
  async make(store) {
    const documents = twentyDays((i) => ({
      x: (i * 7) % 40,
      ...(i % 4 !== 0 &&
        Object.fromEntries(Object.entries(values).map(([name, [one, other]]) => [name, i % 4 === 1 ? one : other]))),
    }));
    const types = Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, { type }]));
    await store.index('field-segments', { at: { type: 'date' }, x: { type: 'integer' }, ...types }, documents);
  },
  asks: [
    ...Object.entries(values).map(([name, [one, other]]) => ({
      what: `has a segment of those without ${name}, mapped as ${fields[name as keyof typeof fields]}`,
      query: {
        kind: 'drift',
        segmentBy: [name],
        current: { index: 'field-segments', timeField: 'at', features: [{ name: 'x' }] },
        baseline: TEN_DAYS_BEFORE,
      },
      right: (answer: Parameters<typeof totalsOf>[0]) =>
        expect(totalsOf(answer)).toEqual({ '(missing)': 250, [String(one)]: 250, [String(other)]: 500 }),
    })),
    {
      what: 'tells segments within segments apart',
      query: {
        kind: 'drift',
        segmentBy: ['region', 'name'],
        current: { index: 'field-segments', timeField: 'at', features: [{ name: 'x' }] },
        baseline: TEN_DAYS_BEFORE,
      },
      right: (answer) => expect(totalsOf(answer)).toEqual({ '(missing) (missing)': 250, '7 a': 250, '8 b': 500 }),
    },
  ],
};
