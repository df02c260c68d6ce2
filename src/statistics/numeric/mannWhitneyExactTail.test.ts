/** @jest-environment node */
import { mannWhitneyExactTail } from './mannWhitneyExactTail';

describe('mannWhitneyExactTail', () => {
  // Counted in whole numbers of any size.
  it.each([
    [30, 4, 8, 0.00808080808080808],
    [3, 3, 1, 0.25],
    [1500, 8, 300, 0.1165260647478726],
    [2350, 8, 300, 1.4660847874091525e-10],
    [9000, 8, 2000, 0.2740916613858311],
    [15900, 2000, 8, 3.575031346910469e-15],
  ])('P(U ≥ %p) for %p and %p values', (u, n, m, expected) => {
    expect(Math.abs(mannWhitneyExactTail(u, n, m) / expected - 1)).toBeLessThan(1e-9);
  });

  it('is 1 from zero on and 0 beyond the last pair', () => {
    expect(mannWhitneyExactTail(0, 3, 4)).toBeCloseTo(1, 15);
    expect(mannWhitneyExactTail(13, 3, 4)).toBe(0);
  });
});
