const HALF_ROOT = Math.sqrt(2 * Math.PI);

/**
 * Upper tail of the Kolmogorov distribution, 2Σ(−1)^(k−1)exp(−2k²x²) (A. Kolmogorov 1933, N. Smirnov 1948), and for
 * small x its theta-function form 1 − sqrt(2π)/x Σ exp(−(2k−1)²π²/8x²), which converges where the first does not.
 */
export function kolmogorovTail(x: number): number {
  if (!(x > 0)) {
    return 1;
  }
  if (x < 0.82) {
    const base = -(Math.PI * Math.PI) / (8 * x * x);
    const sum = Math.exp(base) + Math.exp(9 * base) + Math.exp(25 * base);
    return 1 - (HALF_ROOT / x) * sum;
  }
  const base = -2 * x * x;
  return 2 * (Math.exp(base) - Math.exp(4 * base) + Math.exp(9 * base) - Math.exp(16 * base) + Math.exp(25 * base));
}
