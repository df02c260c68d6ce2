/** @jest-environment node */
import { digamma } from './digamma';

const EULER = 0.5772156649015329;

describe('digamma', () => {
  // ψ(1) = −γ, ψ(½) = −γ − 2 ln 2 and ψ(n) = H(n−1) − γ: NIST DLMF 5.4.12 to 5.4.14.
  it('has its known values', () => {
    expect(digamma(1)).toBeCloseTo(-EULER, 14);
    expect(digamma(0.5)).toBeCloseTo(-EULER - 2 * Math.LN2, 14);
    let harmonic = 0;
    for (let n = 1; n < 100; n++) {
      expect(digamma(n)).toBeCloseTo(harmonic - EULER, 13);
      harmonic += 1 / n;
    }
  });
});
