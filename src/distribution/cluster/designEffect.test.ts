/** @jest-environment node */
import { effectiveSize, squaresOfCategories, squaresOfNumbers } from './designEffect';

const numbers = (values: number[], clusters: number[]) =>
  squaresOfNumbers(Float64Array.from(values), Int32Array.from(clusters), Math.max(...clusters) + 1);

it('splits squares as the analysis of variance does: ranks 0 to 5 in two clusters', () => {
  // Means 1 and 4 about 2.5: 2 · 3 · 1.5²; each cluster 2 within.
  expect(numbers([10, 20, 30, 40, 50, 600], [0, 0, 0, 1, 1, 1])).toEqual({ between: 13.5, within: 4 });
});

it('one cluster is one row, and clusters of one row are independent', () => {
  expect(effectiveSize([5], { between: 0, within: 3 })).toEqual({ rows: 5, clusters: 1, effective: 1 });
  expect(effectiveSize([1, 1, 1], { between: 2, within: 0 })).toEqual({ rows: 3, clusters: 3, effective: 3 });
});

it('rows that all agree within their cluster count as their clusters; rows that do not count in full', () => {
  const same = numbers([1, 1, 1, 2, 2, 2, 3, 3, 3], [0, 0, 0, 1, 1, 1, 2, 2, 2]);
  expect(effectiveSize([3, 3, 3], same).effective).toBeCloseTo(3, 10);
  const mixed = numbers([1, 2, 3, 1, 2, 3, 1, 2, 3], [0, 0, 0, 1, 1, 1, 2, 2, 2]);
  expect(effectiveSize([3, 3, 3], mixed).effective).toBeCloseTo(9, 10);
});

it('takes categories by their indicators', () => {
  const clusters = Int32Array.from([0, 0, 1, 1]);
  expect(squaresOfCategories(Int32Array.from([0, 0, 1, 1]), clusters, 2)).toEqual({ between: 2, within: 0 });
  expect(squaresOfCategories(Int32Array.from([0, 1, 0, 1]), clusters, 2)).toEqual({ between: 0, within: 2 });
});
