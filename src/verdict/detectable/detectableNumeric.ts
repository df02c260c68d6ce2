import { normalQuantile } from '../../statistics/special/normalQuantile';

const POWER_POINT_EIGHT = 0.8416212335729143;

/**
 * The KS distance that a two-sample test of n and m values finds with the given power, and the shift of a normal mean,
 * in standard deviations, that makes such a distance: D = 2Φ(δ/2) − 1. Null where no distance could be found.
 *
 * D = s(K(alpha) + (z(power) − z(0.8))/2) with s = sqrt(1/n + 1/m) and K the Kolmogorov limit's quantile: the empirical
 * distance varies with standard deviation s/2 where F = ½, and its upward bias as a maximum offsets z(0.8)/2. The
 * constant was checked by simulation for alpha from 0.05 to 0.0005: see bench/false-alarms.md.
 */
export function detectableKs(n: number, m: number, alpha: number, power: number): number | null {
  const scale = Math.sqrt(1 / n + 1 / m);
  const distance = scale * (kolmogorovQuantile(alpha) + (normalQuantile(power) - POWER_POINT_EIGHT) / 2);
  return distance > 0 && distance < 1 ? distance : null;
}

export function detectableMeanShift(n: number, m: number, alpha: number, power: number): number | null {
  const distance = detectableKs(n, m, alpha, power);
  return distance === null ? null : 2 * normalQuantile((1 + distance) / 2);
}

/** Upper quantile of the Kolmogorov limit; its first term is exact to nine digits for alpha below 0.2. */
function kolmogorovQuantile(alpha: number): number {
  return Math.sqrt(-0.5 * Math.log(Math.min(alpha, 0.5) / 2));
}
