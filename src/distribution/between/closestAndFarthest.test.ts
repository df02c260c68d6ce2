import type { Histogram } from '../Distribution';
import { countsOf } from '../valueCounts';
import { closestAndFarthest } from './closestAndFarthest';

const histogram = (edges: number[], bins: number[]): Histogram => ({
  kind: 'histogram',
  counts: countsOf(bins.reduce((a, b) => a + b, 0)),
  edges: Float64Array.from([0, ...edges, Infinity]),
  bins: Float64Array.from(bins),
  closed: 'right',
  guarantee: 'approximate',
});
const exact = (edges: number[], bins: number[]) => {
  const one = histogram(edges, bins);
  return { least: one, most: one };
};
const upTo = ({ bins }: Histogram) => [...bins].map((_, i) => bins.subarray(0, i + 1).reduce((a, b) => a + b, 0));

it('leaves what is known exactly as it is', () => {
  const [a, b] = [exact([1, 2], [10, 20, 70]), exact([1, 2], [30, 30, 40])];
  expect(closestAndFarthest(a, b)).toEqual({
    closest: [a.least, b.least],
    farthest: [
      [a.least, b.least],
      [a.least, b.least],
    ],
  });
});

it('comes as close as the limits let it, and goes as far', () => {
  // At 1: 50 against 40 to 55; at 2: 80 against 60 to 70.
  const a = exact([1, 2], [50, 30, 20]);
  const b = { least: histogram([1, 2], [40, 20, 40]), most: histogram([1, 2], [55, 15, 30]) };
  const { closest, farthest } = closestAndFarthest(a, b)!;
  expect(closest.map(upTo)).toEqual([
    [50, 80, 100],
    [50, 70, 100],
  ]);
  expect(farthest.map(([, second]) => upTo(second))).toEqual([
    [55, 70, 100],
    [40, 60, 100],
  ]);
});

it('meets halfway where both are known within limits', () => {
  const a = { least: histogram([1], [20, 80]), most: histogram([1], [60, 40]) };
  const b = { least: histogram([1], [40, 60]), most: histogram([1], [90, 10]) };
  const { closest, farthest } = closestAndFarthest(a, b)!;
  expect(closest.map(upTo)).toEqual([
    [50, 100],
    [50, 100],
  ]);
  expect(farthest.map((pair) => pair.map((one) => upTo(one)[0]))).toEqual([
    [20, 90],
    [60, 40],
  ]);
});

it('keeps of the edges that one side alone has those that are exact', () => {
  const a = exact([1, 2, 3], [10, 10, 10, 70]);
  const b = { least: histogram([1, 1.5], [10, 0, 90]), most: histogram([1, 1.5], [10, 50, 40]) };
  const { closest } = closestAndFarthest(a, b)!;
  expect(closest.map(({ edges }) => [...edges])).toEqual([
    [0, 1, 2, 3, Infinity],
    [0, 1, Infinity],
  ]);
});

it('is nothing where both know no edge', () => {
  expect(closestAndFarthest(exact([1], [5, 5]), exact([2], [5, 5]))).toBeNull();
  expect(closestAndFarthest(exact([1], [0, 0]), exact([1], [5, 5]))).toBeNull();
});
