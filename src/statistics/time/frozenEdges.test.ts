import { edgeWidths } from './edgeWidths';
import { frozenEdges } from './frozenEdges';

const DECILES = [1, 2, 3, 4, 5, 6, 7, 8, 9];

test('deciles, and six edges beyond each end up to four ranges', () => {
  expect([...frozenEdges(DECILES, [0, 100])]).toEqual([
    -31, -15, -7, -3, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 17, 25, 41,
  ]);
});

test('equal deciles are one edge; without a range the extremes give one, or the value itself', () => {
  const zeros = new Array<number>(9).fill(0);
  expect([...frozenEdges([0, 0, 0, 0, 0, 0, 0, 0, 8], [0, 9])]).toHaveLength(14);
  expect([...frozenEdges(zeros, [0, 10])].at(-1)).toBe(40);
  expect([
    ...frozenEdges(
      zeros.map(() => 5),
      [5, 5]
    ),
  ]).toContain(5.625);
  expect([...frozenEdges(zeros, [0, 0])]).toContain(0.125);
});

test('widths of equal bins add up to their range in standard deviations; open bins have none', () => {
  const edges = Float64Array.of(0, 1, 2, 3, 4);
  const { deviation, widths, bins, isEstimated } = edgeWidths(edges, Float64Array.of(0, 10, 10, 10, 10, 0));
  expect(deviation).toBeCloseTo(Math.sqrt(1.25), 12);
  expect(isEstimated).toBe(true);
  expect([...bins]).toEqual(new Array(4).fill(1 / deviation));
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(4 / deviation, 12);
  expect(widths[0]).toBeCloseTo(0.5 / deviation, 12);
});

test('a far bin counts as no wider than the robust standard deviation', () => {
  const edges = Float64Array.of(0, 1, 2, 3, 4, 1000);
  const { bins } = edgeWidths(edges, Float64Array.of(0, 25, 25, 25, 25, 1, 0), 2);
  expect(bins[0]).toBeCloseTo(0.5, 12);
  expect(bins[4]).toBeLessThan(2 / 1.349 / 2 + 0.05);
});

test('the same values in another unit have the same widths', () => {
  const counts = Float64Array.of(1, 20, 30, 20, 2);
  const edges = Float64Array.of(-1, 0, 2, 3);
  const scaled = edgeWidths(
    edges.map((edge) => 1000 * edge),
    counts
  );
  edgeWidths(edges, counts).widths.forEach((width, i) => expect(scaled.widths[i]).toBeCloseTo(width, 12));
});

test('values in one bin alone, or none, still have finite widths', () => {
  for (const counts of [Float64Array.of(0, 5, 0), Float64Array.of(9, 0, 0), new Float64Array(3)]) {
    const { widths, deviation } = edgeWidths(Float64Array.of(1, 2), counts);
    expect(deviation).toBeGreaterThan(0);
    widths.forEach((width) => expect(width).toBeGreaterThan(0));
  }
});
