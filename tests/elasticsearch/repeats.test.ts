import { testServers } from './support/servers';
import { makeIndex, sourceAt } from './support/store';

const DAY = 86_400_000;
const properties = {
  at: { type: 'date' },
  double: { type: 'double' },
  float: { type: 'float' },
  whole: { type: 'integer' },
  parts: { type: 'nested', properties: { price: { type: 'double' } } },
};
/** Each amount twice but the last, and the first only on the second day. */
const documents = [0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.4].map((amount, i) => ({
  at: i < 2 ? DAY : 0,
  ...{ double: amount, float: amount, whole: amount * 10, parts: [{ price: amount }] },
}));
const stretches = [
  { from: -Infinity, to: 0.25 },
  { from: 0.3, to: Infinity },
];
const tenfold = [
  { from: -Infinity, to: 2.5 },
  { from: 3, to: Infinity },
];

describe.each(testServers())('$name', ({ url }) => {
  beforeAll(() => makeIndex(url, 'repeats', properties, documents));

  it.each([
    ['double', stretches, [0.2, 0.3]],
    // As they were written, in single precision too.
    ['float', stretches, [0.2, 0.3]],
    ['whole', tenfold, [2, 3]],
    ['parts.price', stretches, [0.2, 0.3]],
  ])('lists the values of %s that repeat, within the stretches and the time', async (name, within, expected) => {
    const values = await sourceAt(url).valuesWithin(
      {
        selection: { index: 'repeats', timeField: 'at' },
        features: [{ name, type: 'numeric' }],
        windows: [{ from: 0, to: DAY }],
        stretches: new Map([[name, within]]),
      },
      {}
    );
    expect([...(values.get(name) ?? [])].sort()).toEqual(expected);
    expect(values.size).toBe(1);
  });

  it('leaves out what lies in no stretch', async () => {
    const values = await sourceAt(url).valuesWithin(
      {
        selection: { index: 'repeats' },
        features: [{ name: 'double', type: 'numeric' }],
        windows: [null],
        stretches: new Map([['double', [{ from: 0.15, to: 0.3 }]]]),
      },
      {}
    );
    expect(values.get('double')).toEqual([0.2]);
  });
});
