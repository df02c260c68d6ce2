interface Bins {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly counts: Float64Array;
}

/**
 * The level λ at which Σ count · min(max(λ, lower), upper) is `total`: the sum grows linearly between the ends of the
 * buckets, so it is found among them, then by a line.
 */
export function clippedLevel({ lower, upper, counts }: Bins, total: number): number {
  const sumAt = (level: number) => {
    let sum = 0;
    for (let i = 0; i < counts.length; i++) {
      sum += counts[i] * Math.min(Math.max(level, lower[i]), upper[i]);
    }
    return sum;
  };
  const ends = [...new Set([...lower, ...upper])].sort((a, b) => a - b);
  let [from, to] = [0, ends.length - 1];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    [from, to] = sumAt(ends[middle]) <= total ? [middle, to] : [from, middle];
  }
  const [low, high] = [sumAt(ends[from]), sumAt(ends[to])];
  const share = high > low ? Math.min(1, Math.max(0, (total - low) / (high - low))) : 0;
  return ends[from] + share * (ends[to] - ends[from]);
}
