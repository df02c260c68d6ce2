import { normalQuantile } from '../../statistics/special/normalQuantile';

const POWER_POINT_EIGHT = 0.8416212335729143;

/**
 * The KS distance that a two-sample test of n and m values finds with at least the given power, whatever changed. Null where
 * no distance could be found. D = s(K(alpha) + z(power)/2) with s = sqrt(1/n + 1/m) and K the Kolmogorov limit's quantile:
 * where the distance is largest, the empirical one varies with standard deviation s/2 at most, where F = ½.
 */
export function detectableKs(n: number, m: number, alpha: number, power: number): number | null {
  return certain(n, m, kolmogorovQuantile(alpha) + normalQuantile(power) / 2);
}

/**
 * The shift of a normal mean, in standard deviations, that is found with the given power: it makes the distance
 * D = 2Φ(δ/2) − 1, large over a wide stretch, so that the upward bias of the maximum over it offsets z(0.8)/2. The constant
 * was checked by simulation for alpha from 0.05 to 0.0005, and at the size promised: see bench/false-alarms.md.
 */
export function detectableMeanShift(n: number, m: number, alpha: number, power: number): number | null {
  return shiftOf(certain(n, m, kolmogorovQuantile(alpha) + (normalQuantile(power) - POWER_POINT_EIGHT) / 2));
}

/** The same where that bias is not to be counted on, as of clusters, whose rows vary less than as many values would. */
export function detectableMeanShiftOfFew(n: number, m: number, alpha: number, power: number): number | null {
  return shiftOf(detectableKs(n, m, alpha, power));
}

function certain(n: number, m: number, quantile: number): number | null {
  const distance = Math.sqrt(1 / n + 1 / m) * quantile;
  return distance > 0 && distance < 1 ? distance : null;
}

function shiftOf(distance: number | null): number | null {
  return distance === null ? null : 2 * normalQuantile((1 + distance) / 2);
}

/** Upper quantile of the Kolmogorov limit; its first term is exact to nine digits for alpha below 0.2. */
function kolmogorovQuantile(alpha: number): number {
  return Math.sqrt(-0.5 * Math.log(Math.min(alpha, 0.5) / 2));
}
