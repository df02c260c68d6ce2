/** @jest-environment node */
import { harmonicNumber, squareHarmonicNumber } from './harmonicNumbers';

describe('harmonic numbers', () => {
  it.each([1, 2, 64, 65, 66, 100, 12_345])('are their sums: n = %i', (n) => {
    const terms = Array.from({ length: n }, (_, i) => 1 / (n - i));
    const sum = terms.reduce((a, b) => a + b, 0);
    const squares = terms.reduce((a, b) => a + b * b, 0);
    expect(Math.abs(harmonicNumber(n) / sum - 1)).toBeLessThan(1e-14);
    expect(Math.abs(squareHarmonicNumber(n) / squares - 1)).toBeLessThan(1e-14);
  });
});
