/** @jest-environment node */
import fc from 'fast-check';
import { numberOfValues } from '../../../distribution/numberOfValues';
import { classicHistogram, readClassic } from './classicHistogram';
import { counterCategories } from './counterCategories';
import { nativeHistogram } from './nativeHistogram';
import { nextBelow } from './nextBelow';
import { summaryQuantiles } from './summaryQuantiles';

describe('classicHistogram', () => {
  const of = (counts: Record<string, number>) => classicHistogram({ cumulative: new Map(Object.entries(counts)) });

  it('differs what was summed up, bounds in the order of their numbers', () => {
    const histogram = of({ '+Inf': 10, '10': 9, '2.5': 6, '0.5': 1 });
    expect(Array.from(histogram?.edges ?? [])).toEqual([-Number.MIN_VALUE, 0.5, 2.5, 10, Infinity]);
    expect(Array.from(histogram?.bins ?? [])).toEqual([1, 5, 3, 1]);
    expect(histogram).toMatchObject({ closed: 'right', guarantee: 'approximate', counts: { total: 10 } });
  });

  it('reaches down without a bound where the first bound is not above zero', () => {
    expect(of({ '0': 1, '+Inf': 2 })?.edges[0]).toBe(-Infinity);
    expect(of({ '-5': 1, '+Inf': 2 })?.edges[0]).toBe(-Infinity);
  });

  it('rounds extrapolated counts at each bound, so that none is lost', () => {
    const histogram = of({ '1': 3.4, '2': 7.5, '+Inf': 12.2 });
    expect(Array.from(histogram?.bins ?? [])).toEqual([3, 5, 4]);
  });

  it('leaves out both bounds that contradict one another, where it matters', () => {
    const cumulative = new Map(Object.entries({ '1': 500, '2': 200, '4': 800, '+Inf': 1000 }));
    const read = readClassic({ cumulative });
    expect(Array.from(read?.histogram.edges ?? [])).toEqual([-Number.MIN_VALUE, 4, Infinity]);
    expect(read?.contradicted).toEqual([1, 2]);
    const slightly = readClassic({ cumulative: new Map([...cumulative, ['2', 497]]) });
    expect(Array.from(slightly?.histogram.bins ?? [])).toEqual([500, 0, 300, 200]);
    expect(slightly?.contradicted).toEqual([]);
  });

  it('knows the share at a bound that some series lack within limits', () => {
    // Series with 20 of 100 values lack the bound 2, those with 80 the bound 3.
    const read = readClassic({
      cumulative: new Map(Object.entries({ '1': 30, '2': 40, '3': 15, '4': 90, '+Inf': 100 })),
      lacking: new Map([
        [2, 0.2],
        [3, 0.8],
      ]),
    });
    expect(Array.from(read?.histogram.edges ?? [])).toEqual([-Number.MIN_VALUE, 1, 4, Infinity]);
    expect(Array.from(read?.between?.least.bins ?? [])).toEqual([30, 10, 0, 50, 10]);
    expect(Array.from(read?.between?.most.bins ?? [])).toEqual([30, 30, 30, 0, 10]);
    expect(read?.contradicted).toEqual([]);
  });

  it('knows the mean by sum and count, unless the buckets contradict it', () => {
    const cumulative = new Map([
      ['1', 50],
      ['2', 100],
      ['+Inf', 100],
    ]);
    const meanOf = (sum: number, more: Array<[string, number]> = []) =>
      classicHistogram({ cumulative: new Map([...cumulative, ...more]), observations: 100, sum })?.mean;
    expect(meanOf(120)).toBe(1.2);
    // At most 50 values of 1 and 50 of 2; a sum that fell where values were negative was taken for a restart.
    expect(meanOf(190)).toBeUndefined();
    expect(meanOf(30)).toBeUndefined();
    expect(meanOf(NaN)).toBeUndefined();
    expect(meanOf(120, [['0', 10]])).toBeUndefined();
  });

  it('is nothing without a value', () => {
    expect(of({ '1': 0, '+Inf': 0.4 })).toBeNull();
    expect(of({ '1': NaN, '+Inf': NaN })).toBeNull();
    expect(of({})).toBeNull();
  });

  it('keeps every count whatever comes, with edges in order', () => {
    const counts = fc.dictionary(
      fc.oneof(fc.double().map(String), fc.constantFrom('+Inf', 'x', '1', '1.0')),
      fc.double({ min: -5, max: 1e6 })
    );
    fc.assert(
      fc.property(counts, (all) => {
        const histogram = of(all);
        if (histogram !== null) {
          expect(numberOfValues(histogram)).toBe(histogram.counts.total);
          expect(histogram.bins.every((count) => count >= 0 && Number.isInteger(count))).toBe(true);
          expect(histogram.edges.every((edge, i) => i === 0 || edge > histogram.edges[i - 1])).toBe(true);
        }
      }),
      { seed: 1 }
    );
  });
});

describe('nativeHistogram', () => {
  // As Prometheus 3 answers to `increase` over ten minutes.
  const answer = {
    count: '320',
    sum: 'NaN',
    buckets: [
      [1, '-1', '-0.5', '119.99999999999999'],
      [3, '-0.001', '0.001', '40'],
      [0, '1', '2', '80'],
      [0, '8', '16', '40'],
    ] as Array<[number, string, string, string]>,
  };

  it('has every bucket closed on the right, empty ones between them, and NaN counted', () => {
    const histogram = nativeHistogram(answer);
    expect(Array.from(histogram?.edges ?? [])).toEqual([
      nextBelow(-1),
      nextBelow(-0.5),
      nextBelow(-0.001),
      0.001,
      1,
      2,
      8,
      16,
    ]);
    expect(Array.from(histogram?.bins ?? [])).toEqual([120, 0, 40, 0, 80, 0, 40]);
    expect(histogram?.counts).toMatchObject({ total: 320, nan: 40 });
    expect(histogram).not.toHaveProperty('mean');
  });

  it('knows the mean where there is no NaN', () => {
    expect(nativeHistogram({ count: '4', sum: '10', buckets: [[0, '2', '4', '4']] })?.mean).toBe(2.5);
  });

  it('takes custom buckets from zero on, and the overflow as infinite', () => {
    const custom = nativeHistogram({
      count: '3',
      sum: '1',
      buckets: [
        [0, '-Inf', '0.1', '2'],
        [0, '1', '+Inf', '1'],
      ],
    });
    expect(Array.from(custom?.edges ?? [])).toEqual([-Number.MIN_VALUE, 0.1, 1, Infinity]);
    expect(Array.from(custom?.bins ?? [])).toEqual([2, 0, 1]);
  });

  it('is nothing without a value, and all NaN is no bucket', () => {
    expect(nativeHistogram({ count: '0', sum: '0' })).toBeNull();
    const nan = nativeHistogram({ count: '5', sum: 'NaN' });
    expect(nan?.counts).toMatchObject({ total: 5, nan: 5 });
    expect(Array.from(nan?.bins ?? [])).toEqual([0]);
  });
});

describe('nextBelow', () => {
  it('is the largest number below', () => {
    expect(nextBelow(1)).toBe(1 - 2 ** -53);
    expect(nextBelow(-1)).toBe(-1 - 2 ** -52);
    expect(nextBelow(0)).toBe(-Number.MIN_VALUE);
    expect(nextBelow(-0)).toBe(-Number.MIN_VALUE);
    expect(nextBelow(Number.MIN_VALUE)).toBe(0);
    expect(nextBelow(Infinity)).toBe(Number.MAX_VALUE);
    expect(nextBelow(-Infinity)).toBe(-Infinity);
  });

  it('leaves no number between', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const below = nextBelow(x);
        expect(below < x).toBe(true);
        const middle = below / 2 + x / 2;
        expect(middle === below || middle === x || Math.abs(x) < 1e-300).toBe(true);
      }),
      { seed: 2 }
    );
  });
});

it('counts categories in whole numbers, the empty label as missing', () => {
  const categories = counterCategories(
    new Map([
      ['a', 2.6],
      ['', 1.2],
      ['__proto__', 1],
      ['rare', 0.4],
    ])
  );
  expect([...(categories?.byCategory ?? [])]).toEqual([
    ['a', 3],
    ['__proto__', 1],
  ]);
  expect(categories?.counts).toMatchObject({ total: 5, missing: 1 });
  expect(counterCategories(new Map([['a', 0.3]]))).toBeNull();
});

it('orders the quantiles of a summary, and never lets them fall', () => {
  const quantiles = summaryQuantiles(
    new Map([
      ['0.9', 4],
      ['0.5', 5],
      ['0.99', 9],
      ['x', 1],
      ['0.1', NaN],
    ]),
    12.3
  );
  expect(Array.from(quantiles?.probabilities ?? [])).toEqual([0.5, 0.9, 0.99]);
  expect(Array.from(quantiles?.values ?? [])).toEqual([5, 5, 9]);
  expect(quantiles?.counts.total).toBe(12);
  expect(summaryQuantiles(new Map([['0.5', 1]]), 0)).toBeNull();
});
