import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { currentOf, findingsOf, totalsOf, verdictsOf, volumeOf } from '../support/read';

const index = 'field-alias';
const alias = (path: string) => ({ type: 'alias', path });
const both = (own: string, other: string) => ({
  kind: 'drift',
  current: { index, timeField: 'at', features: [{ name: own }, { name: other }] },
  baseline: TEN_DAYS_BEFORE,
});

/** Fields under a second name, as those of a common schema are: they are read as the fields that they stand for. */
export const fieldCase: FieldCase = {
  reports: 'elastic/kibana#21705, #23393',
  async make(store) {
    const documents = twentyDays((i, isLater) => ({
      x: (i % 50) + (isLater ? 10 : 0),
      model: i % 4 === 0 ? 'b' : 'a',
      said: isLater && i % 2 === 0 ? 'no' : 'yes',
      whole: (i % 7) + 0.5,
      code: isLater && i % 10 === 0 ? 'bad' : i % 7,
    }));
    const properties = {
      at: { type: 'date' },
      x: { type: 'integer' },
      model: { type: 'keyword' },
      code: { type: 'integer', ignore_malformed: true },
      time: alias('at'),
      score: alias('x'),
      name: alias('model'),
      number: alias('code'),
      said: { type: 'text', fields: { keyword: { type: 'keyword' } } },
      told: alias('said'),
      total: alias('whole'),
      whole: { type: 'integer' },
    };
    await store.index(index, properties, documents);
  },
  asks: [
    {
      what: 'compares an alias as its field',
      query: both('x', 'score'),
      right: (answer) => {
        expect(verdictsOf(answer)).toEqual({ x: 'drift', score: 'drift' });
        expect(currentOf(answer, 'score')).toEqual(currentOf(answer, 'x'));
      },
    },
    {
      what: 'has its time, its segments and its categories',
      query: {
        kind: 'drift',
        segmentBy: ['name'],
        current: { index, timeField: 'time', features: [{ name: 'name' }] },
        baseline: TEN_DAYS_BEFORE,
      },
      right: (answer) => expect(totalsOf(answer)).toEqual({ a: 750, b: 250 }),
    },
    {
      what: 'measures it, and finds it in a query',
      query: {
        kind: 'volume',
        window: 'range',
        current: { index, timeField: 'time' },
        measures: [{ name: 'sum', aggregate: 'sum', field: 'score', query: 'name:b' }],
        baseline: TEN_DAYS_BEFORE,
      },
      right: (answer) => expect(volumeOf(answer, 'sum').map(([value]) => value)).toEqual([250 * (24 + 10)]),
    },
    {
      what: 'counts malformed values as of the wrong type',
      query: {
        kind: 'quality',
        checks: ['missing', 'type'],
        current: {
          index,
          timeField: 'at',
          features: [
            { name: 'code', type: 'numeric' },
            { name: 'number', type: 'numeric' },
          ],
        },
        baseline: TEN_DAYS_BEFORE,
      },
      right: (answer) => {
        const { code, number } = findingsOf(answer);
        expect(code).toEqual(['mistyped']);
        expect(number).toEqual(code);
      },
    },
    {
      what: 'takes the keyword field below the text that it stands for',
      query: both('said', 'told'),
      right: (answer) => {
        expect(verdictsOf(answer)).toEqual({ said: 'drift', told: 'drift' });
        expect(currentOf(answer, 'told')).toEqual(currentOf(answer, 'said'));
      },
    },
    {
      what: 'names decimals that its mapping cuts',
      query: both('whole', 'total'),
      right: ({ notices }) => {
        expect(notices).toMatch(/whole is mapped as integer, and documents write decimals into it/);
        expect(notices).toMatch(/total is mapped as integer, and documents write decimals into it/);
      },
    },
  ],
};
