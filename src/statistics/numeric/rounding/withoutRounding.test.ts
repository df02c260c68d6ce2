/** @jest-environment node */
import { histogramFromSamples } from '../../../distribution/histogramFromSamples';
import { nextDouble } from '../../../distribution/nextDouble';
import { occurrencesOf } from '../../../distribution/occurrences';
import { pointsOf } from '../../../distribution/pointsOf';
import { sampleFromValues } from '../../../distribution/sampleFromValues';
import type { Samples } from '../../../distribution/Distribution';
import { seededRandom } from '../../random/seededRandom';
import { ks } from '../ks';
import { withoutRounding } from './withoutRounding';

const SIZE = 1200;
const of = (valueAt: (i: number) => number, size = SIZE): Samples =>
  sampleFromValues(Array.from({ length: size }, (_, i) => valueAt(i)));
const twelfth = (i: number) => ((i % 12) + 1) / 12;
const different = (side: { sorted: Float64Array }) => new Set(side.sorted).size;

function distanceWithout(baseline: Samples, current: Samples): number | null {
  const found = withoutRounding(baseline, current);
  return found && ks(found.baseline, found.current, { seed: 1, permutations: 0 }).statistic;
}

const random = seededRandom(1, 'rounding');
const jitter = of((i) => twelfth(i) + 1e-7 * random.next());

it.each([
  ['a sum of doubles', of((i) => (i % 2 === 0 ? 0.3 : 0.7)), of((i) => (i % 2 === 0 ? 0.1 + 0.2 : 0.7))],
  ['doubles on both sides', of((i) => [0.3, 0.1 + 0.2, 0.7, 0.7][i % 4]), of((i) => (i % 2 === 0 ? 0.3 : 0.7))],
  ['floats of 32 bits', of(twelfth), of((i) => Math.fround(twelfth(i)))],
  ['floats among doubles', of((i) => [0.1, Math.fround(0.1), 0.2, 0.2][i % 4]), of((i) => (i % 2 === 0 ? 0.1 : 0.2))],
  ['fewer decimals', of(twelfth), of((i) => Number(twelfth(i).toFixed(3)))],
  ['noise', of(twelfth), jitter],
  ['noise of the baseline', jitter, of(twelfth)],
  ['a constant', of(() => 0.3), of(() => 0.1 + 0.2)],
  ['a constant as a float', of(() => 0.1), of(() => Math.fround(0.1))],
  [
    'zeros among amounts',
    of((i) => (i % 3 === 0 ? 5 + i / 7 : 0)),
    of((i) => (i % 3 === 0 ? 5 + i / 7 : 0.1 + 0.2 - 0.3)),
  ],
])('%s: the same values but for rounding are the same', (_, baseline, current) => {
  expect(distanceWithout(baseline, current)).toBe(0);
});

it.each([
  ['half a step', of((i) => 10 + twelfth(i) / 1000), of((i) => 10 + (twelfth(i) + 1 / 24) / 1000)],
  ['whole numbers that follow one another', of((i) => 1.7e9 + (i % 3)), of((i) => 1.7e9 + (i % 4))],
  ['a constant that grew by a part in a million', of(() => 50), of(() => 50.00005)],
  ['noise that a sensor did not have, beside a marker', of((i) => (i % 9 ? 50 : -999)), of((i) => 50 + i / 1e6)],
  ['values that all differ', of((i) => Math.sin(i)), of((i) => Math.fround(Math.sin(i)))],
  [
    'steps that are a part of the deviation',
    of((i) => (i % 100 ? 1 : 1 + (i % 300) / 100)),
    of((i) => (i % 100 ? 1.04 : 3)),
  ],
])('%s is more than rounding', (_, baseline, current) => {
  expect(withoutRounding(baseline, current)).toBeNull();
});

it.each([1000, 2 ** -40, 1e-9, -3])('times %d all is judged alike', (factor) => {
  const scaled = (side: Samples) => sampleFromValues(Array.from(side.sorted, (value) => factor * value));
  const found = withoutRounding(scaled(of(twelfth)), scaled(jitter));
  expect(found?.currentShare).toBeCloseTo(1, 2);
  expect(found?.furthest).toBeLessThan(1.01e-7 * Math.abs(factor));
  const [coarse, shifted] = [of((i) => i % 12), of((i) => (i % 12) + 0.07)];
  expect(withoutRounding(scaled(coarse), scaled(shifted))).toBeNull();
});

it('says how much was taken for what, and leaves the sides as they were', () => {
  const current = of((i) => (i % 4 === 0 ? 0.1 + 0.2 : [0.3, 0.5, 0.7][i % 3]));
  const before = Float64Array.from(current.sorted);
  const found = withoutRounding(
    of((i) => [0.3, 0.5, 0.7][i % 3]),
    current
  );
  expect(found).toMatchObject({
    baselineShare: 0,
    currentShare: 0.25,
    example: { from: 0.1 + 0.2, to: 0.3, count: 300 },
  });
  expect(different(found?.current as Samples)).toBe(3);
  expect(current.sorted).toEqual(before);
});

describe('of a histogram', () => {
  const sum = 0.1 + 0.2;
  const [exact, rounded] = [of((i) => (i % 2 ? 0.3 : 0.7)), of((i) => (i % 2 ? sum : 0.7))];

  it('with a bucket for each number', () => {
    const points = (side: Samples, values: number[]) =>
      histogramFromSamples(
        side,
        values.flatMap((value) => [value, nextDouble(value)])
      );
    const found = withoutRounding(points(exact, [0.3, 0.7]), points(rounded, [sum, 0.7]));
    const current = found?.current;
    expect(current?.kind === 'histogram' && pointsOf(current)).toEqual({ values: [0.3, 0.7], counts: [600, 600] });
  });

  it('that lists its most frequent numbers beside wide buckets', () => {
    const listed = (side: Samples, value: number) => ({
      ...histogramFromSamples(side, [0, sum, 1]),
      minimum: value,
      maximum: 0.7,
      repeats: { values: new Map([value, 0.7].map((one) => [one, { low: 600, high: 600 }])), others: 0 },
    });
    const found = withoutRounding(listed(exact, 0.3), listed(rounded, sum));
    const current = found?.current;
    expect(current && occurrencesOf(current, 0.3)).toEqual({ low: 600, high: 600 });
    expect(current?.kind === 'histogram' && [current.minimum, ...current.bins]).toEqual([0.3, 600, 600]);
  });

  it('in which nobody knows the numbers nothing is moved', () => {
    const wide = (side: Samples) => histogramFromSamples(side, [0, 0.5, 1]);
    expect(withoutRounding(wide(exact), wide(rounded))).toBeNull();
  });
});
