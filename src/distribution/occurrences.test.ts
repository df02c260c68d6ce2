/** @jest-environment node */
import type { Histogram } from './Distribution';
import { nextDouble } from './nextDouble';
import { frequentValues, occurrencesOf } from './occurrences';
import { mergeHistograms } from './merge/mergeHistograms';
import { sampleFromValues } from './sampleFromValues';
import { countsOf } from './valueCounts';

const histogram = (parts: Partial<Histogram> = {}): Histogram => ({
  kind: 'histogram',
  counts: countsOf(100),
  edges: Float64Array.of(0, nextDouble(0), 10, 20),
  bins: Float64Array.of(40, 50, 10),
  closed: 'left',
  guarantee: 'exact',
  ...parts,
});

describe('of samples', () => {
  const samples = sampleFromValues([0, 0, 0, 1, 2, 2, 7, 7, 7, 7, Infinity, Infinity, Infinity]);

  it('every value is counted, infinite ones too', () => {
    expect([0, 2, 5, Infinity].map((value) => occurrencesOf(samples, value).low)).toEqual([3, 2, 0, 3]);
  });

  it.each([
    [2, [0, 2, 7, Infinity]],
    [3, [0, 7, Infinity]],
    [4, [7]],
    [5, []],
  ])('those that occur %d times are found', (least, values) => {
    expect(frequentValues(samples, least)).toEqual(values);
  });

  it('finds the same values as counting one by one', () => {
    for (let size = 1; size < 200; size += 7) {
      const cells = Array.from({ length: size }, (_, i) => (i * i) % 17);
      const counts = new Map<number, number>();
      cells.forEach((cell) => counts.set(cell, (counts.get(cell) ?? 0) + 1));
      for (const least of [2, 3, 5, 12]) {
        const expected = [...counts].flatMap(([value, count]) => (count >= least ? [value] : [])).sort((a, b) => a - b);
        expect(frequentValues(sampleFromValues(cells), least)).toEqual(expected);
      }
    }
  });
});

describe('of a histogram', () => {
  it('a bucket of a single number tells how often it occurs, a wide one how often at most', () => {
    expect(occurrencesOf(histogram(), 0)).toEqual({ low: 40, high: 40 });
    expect(occurrencesOf(histogram(), 5)).toEqual({ low: 0, high: 50 });
    expect(occurrencesOf(histogram(), -999)).toEqual({ low: 0, high: 0 });
    expect(frequentValues(histogram(), 5)).toEqual([0]);
  });

  it('values that the store lists are known beside their bucket, and bound those that are not listed', () => {
    const listed = histogram({ repeats: { values: new Map([[5, { low: 30, high: 30 }]]), others: 2 } });
    expect(occurrencesOf(listed, 5)).toEqual({ low: 30, high: 30 });
    expect(occurrencesOf(listed, 6)).toEqual({ low: 0, high: 2 });
    expect(frequentValues(listed, 5)).toEqual([0, 5]);
    const merged = mergeHistograms(listed, histogram({ repeats: { values: new Map(), others: 3 } }));
    expect(occurrencesOf(merged, 5)).toEqual({ low: 30, high: 33 });
    expect(occurrencesOf(merged, 6)).toEqual({ low: 0, high: 5 });
  });

  it('approximate counts tell nothing of single values', () => {
    expect(occurrencesOf(histogram({ guarantee: 'approximate' }), 0)).toEqual({ low: 0, high: Infinity });
    expect(frequentValues(histogram({ guarantee: 'approximate' }), 5)).toEqual([]);
  });

  it('buckets that are closed on the right hold their upper edge', () => {
    const closed = histogram({ closed: 'right', edges: Float64Array.of(-1, 0, 10, 20) });
    expect(occurrencesOf(closed, 0)).toEqual({ low: 0, high: 40 });
    expect(occurrencesOf(closed, 20)).toEqual({ low: 0, high: 10 });
    expect(occurrencesOf(closed, -1)).toEqual({ low: 0, high: 0 });
  });
});
