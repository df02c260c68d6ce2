import type { Distribution, Quantiles } from '../../distribution/Distribution';

/** The k-th decile: type 7 of samples; of quantiles by straight lines between them. Not for an empty distribution. */
export function decile(distribution: Distribution, k: number): number {
  switch (distribution.kind) {
    case 'samples':
      return ofSamples(distribution.sorted, k);
    case 'quantiles':
      return ofQuantiles(distribution, k / 10);
    default:
      throw new TypeError(`${distribution.kind} has no deciles of its own`);
  }
}

function ofSamples(sorted: Float64Array, k: number): number {
  const position = ((sorted.length - 1) * k) / 10;
  const place = Math.floor(position);
  return interpolate(sorted[place], sorted[Math.min(place + 1, sorted.length - 1)], position - place);
}

function ofQuantiles({ probabilities, values }: Quantiles, probability: number): number {
  const next = probabilities.findIndex((p) => p >= probability);
  if (next === -1) {
    return values[values.length - 1];
  }
  if (next === 0) {
    return values[0];
  }
  const low = probabilities[next - 1];
  return interpolate(values[next - 1], values[next], (probability - low) / (probabilities[next] - low));
}

/** Between two order statistics that may be infinite or huge; the lower of -Infinity and anything. */
export function interpolate(low: number, high: number, share: number): number {
  if (share === 0 || low === high || low === -Infinity) {
    return low;
  }
  const gap = high - low;
  // The difference of two huge numbers can overflow where their weighted sum does not.
  return gap < Infinity || high === Infinity ? low + share * gap : low * (1 - share) + high * share;
}
