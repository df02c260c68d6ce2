/** Nodes of the quadrature for each term: enough for 12 digits down to 1e-300. */
const NODES = 160;

/**
 * Upper tail of the limit distribution of the Cramér–von Mises statistic, by N. Smirnov's alternating series (J. Durbin,
 * "Distribution Theory for Tests Based on the Sample Distribution Function", 1973, section 4.3):
 * P(W² > x) = (2/π) Σ (−1)^(k−1) ∫ sqrt(−s/sin s)·exp(−x·s²/2)/s ds over (2k−1)π < s < 2kπ.
 * Its terms fall like exp(−x·(2k−1)²π²/2), so that the far tail keeps its relative precision. The ends' inverse square
 * roots are the weight of Gauss–Chebyshev quadrature.
 */
export function cramerVonMisesTail(x: number): number {
  // Below this the tail is 1 to all digits, and the series slow.
  if (!(x > 0.004)) {
    return 1;
  }
  let tail = 0;
  for (let k = 1; k < 200; k++) {
    const term = termOf(k, x);
    tail += k % 2 === 1 ? term : -term;
    if (term <= Math.abs(tail) * 1e-17) {
      break;
    }
  }
  return Math.min(1, Math.max(0, (2 / Math.PI) * tail));
}

function termOf(k: number, x: number): number {
  const from = (2 * k - 1) * Math.PI;
  let sum = 0;
  for (let i = 0; i < NODES; i++) {
    // Distances from both ends without cancellation: s − from = π·sin²(θ/2), to − s = π·cos²(θ/2).
    const half = ((2 * i + 1) * Math.PI) / (4 * NODES);
    const above = Math.PI * Math.sin(half) ** 2;
    const below = Math.PI * Math.cos(half) ** 2;
    const s = from + above;
    // −sin s = sin(s − from) on this stretch.
    const smooth = Math.sqrt((s * above * below) / Math.sin(Math.min(above, below)));
    sum += (smooth * Math.exp((-x * s * s) / 2)) / s;
  }
  return (sum * Math.PI) / NODES;
}
