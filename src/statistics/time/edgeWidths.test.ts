import { edgeWidths } from './edgeWidths';

describe('where most values are equal, which two edges stand around', () => {
  const atom = 10;
  const edges = Float64Array.of(0, 2, 5, atom, atom + 2e-15, 20);
  const counts = Float64Array.of(0, 10, 10, 10, 970, 0, 0);

  it('no bin is as narrow as that value: a shift away from it has a size', () => {
    const { bins } = edgeWidths(edges, counts, 1.5);
    expect(bins[1]).toBeCloseTo(1, 9);
    expect(Math.max(...bins)).toBeLessThanOrEqual(1);
  });
});

it('far bins count as no wider than the robust standard deviation', () => {
  // Quartiles at 0.5 and 1.5.
  const { bins } = edgeWidths(Float64Array.of(0, 1, 2, 1000), Float64Array.of(0, 50, 50, 0, 0), 2);
  expect(bins[0]).toBeCloseTo(0.5 / 1.349 / 0.5 / 2, 2);
  expect(bins[2]).toBeCloseTo(1 / 1.349 / 2, 9);
});
