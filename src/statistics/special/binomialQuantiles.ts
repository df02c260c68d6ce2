import { logFactorial } from './logFactorial';

/** How many standard deviations below the mean all but 1e-15 of the distribution begins. */
const FAR = 9;

/**
 * For ascending levels the smallest k with P(X ≤ k) ≥ level, X being the successes of `trials` with the chance `chance` in
 * (0, 1). As many steps as eighteen standard deviations.
 */
export function binomialQuantiles(levels: readonly number[], trials: number, chance: number): number[] {
  const mean = trials * chance;
  let k = Math.max(0, Math.floor(mean - FAR * Math.sqrt(mean * (1 - chance)) - FAR));
  const logOdds = Math.log(chance) - Math.log1p(-chance);
  const logChoose = logFactorial(trials) - logFactorial(k) - logFactorial(trials - k);
  let log = logChoose + k * logOdds + trials * Math.log1p(-chance);
  let below = Math.exp(log);
  return levels.map((level) => {
    while (below < level && k < trials) {
      log += Math.log((trials - k) / (k + 1)) + logOdds;
      k += 1;
      below += Math.exp(log);
    }
    return k;
  });
}
