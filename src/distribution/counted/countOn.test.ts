import { categoriesFromValues } from '../categoriesFromValues';
import type { Histogram } from '../Distribution';
import { histogramFromSamples } from '../histogramFromSamples';
import { sampleFromValues } from '../sampleFromValues';
import type { CutsShape } from './CountedShape';
import { countOn } from './countOn';

const left: CutsShape = { kind: 'edges', edges: Float64Array.of(0, 2, 5), closed: 'left' };
const right: CutsShape = { ...left, closed: 'right' };
const sample = sampleFromValues([-Infinity, -1, 0, 0, 1, 2, 4, 5, 9, Infinity, NaN, null]);

it('counts raw values, infinite ones in the open bins, on either side of a cut', () => {
  expect(countOn(sample, left)).toEqual(Float64Array.of(2, 3, 2, 3));
  expect(countOn(sample, right)).toEqual(Float64Array.of(4, 2, 2, 2));
});

it.each(['left', 'right'] as const)('counts buckets that share the cuts as the values themselves: %s', (closed) => {
  const shape = { ...left, closed };
  for (const edges of [
    [0, 2, 5],
    [-3, 0, 1, 2, 3, 5, 20],
  ]) {
    expect(countOn(histogramFromSamples(sample, edges, closed), shape)).toEqual(countOn(sample, shape));
  }
});

it('is not certain where a cut lies within a bucket that holds values', () => {
  const wide = histogramFromSamples(sampleFromValues([0.5, 3, 6]), [0, 4, 8]);
  expect(countOn(wide, left)).toBeNull();
  const empty: Histogram = { ...histogramFromSamples(sampleFromValues([6, 7]), [0, 4, 6, 8]) };
  expect(countOn(empty, left)).toEqual(Float64Array.of(0, 0, 0, 2));
});

it('is not certain where values lie on the other side of a cut', () => {
  expect(countOn(histogramFromSamples(sample, [0, 2, 5], 'right'), left)).toBeNull();
});

it('counts categories by name in any spelling, all others together', () => {
  const counts = categoriesFromValues(['a', 'b', 'b ', 'c', 'd', null]);
  const shape = { kind: 'categories' as const, categories: ['b', 'a', 'z'] };
  expect(countOn(counts, shape)).toEqual(Float64Array.of(2, 1, 0, 2));
  expect(countOn(sample, shape)).toBeNull();
  expect(countOn(counts, left)).toBeNull();
});
