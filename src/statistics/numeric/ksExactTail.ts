/** Slack for a distance that is a whole number but for rounding. */
const ROUNDING = 1e-6;

/**
 * P(D ≥ distance) for two samples of n and m values under all N!/(n!m!) equally likely labelings of the pooled ones,
 * given its ties. `scaledDistance` is the distance times n·m; `tieGroups` are the numbers of equal pooled values in
 * ascending order, absent where there are no ties.
 *
 * A labelling is a lattice path from (0, 0) to (n, m); D is reached where the path leaves the band |i/m' − j/n'| < d,
 * looked at only where a group of ties ends (G. Schröer and D. Trenkler, "Exact and randomization distributions of
 * Kolmogorov–Smirnov tests for two or three samples", 1995). The recursion runs on u(i, j), the probability that a
 * random path to (i, j) has left the band: every step is a weighted mean of two such probabilities, so that nothing
 * overflows or cancels, and a tail of 1e-300 comes out right. Outside the band u is 1, so only the band is stored:
 * 2·distance·n·m/N cells a step.
 */
export function ksExactTail(scaledDistance: number, n: number, m: number, tieGroups: ArrayLike<number> | null): number {
  const limit = Math.ceil(scaledDistance - ROUNDING);
  if (limit <= 0) {
    return 1;
  }
  if (limit > n * m) {
    return 0;
  }
  // u[i + 1] stands for (i, step − i); cells beyond the band hold 1.
  const u = new Float64Array(n + 3).fill(1);
  u[1] = 0;
  let low = 0;
  let high = 0;
  let step = 0;
  const groups = tieGroups === null ? n + m : tieGroups.length;
  for (let group = 0; group < groups; group++) {
    const size = tieGroups === null ? 1 : tieGroups[group];
    const end = step + size;
    // Inside the band |i·N − end·n| < limit.
    const firstInside = Math.floor((end * n - limit) / (n + m)) + 1;
    const lastInside = Math.ceil((end * n + limit) / (n + m)) - 1;
    const lowest = low;
    while (step < end) {
      step++;
      // Of cells that are to lie inside where the group ends: i never falls, and grows by 1 a step at most.
      high = Math.min(high + 1, n, lastInside);
      low = Math.max(low, firstInside - (end - step));
      advance(u, low, high, step);
      low = Math.max(low, step - m);
    }
    if (firstInside > lowest) {
      u[firstInside] = 1;
    }
    if (low > high) {
      return 1;
    }
  }
  return u[n + 1];
}

/** One more value: u(i, j) = i/(i + j)·u(i − 1, j) + j/(i + j)·u(i, j − 1), in place from the top. */
function advance(u: Float64Array, low: number, high: number, step: number): void {
  let right = u[high + 1];
  for (let i = high; i >= low; i--) {
    const weight = i / step;
    const left = u[i];
    u[i + 1] = weight * left + (1 - weight) * right;
    right = left;
  }
}

/** Cells that `ksExactTail` computes, about. */
export function ksExactCost(scaledDistance: number, n: number, m: number, tieGroups: ArrayLike<number> | null): number {
  const band = (2 * scaledDistance) / (n + m) + 1;
  let cells = (n + m) * band;
  if (tieGroups !== null) {
    for (let group = 0; group < tieGroups.length; group++) {
      cells += tieGroups[group] * Math.min(tieGroups[group], n, m);
    }
  }
  return Math.min(cells, n * m + n + m);
}
