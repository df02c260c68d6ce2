/** Anscombe's corrections, which keep the variance near 1 / (4 n + 2) also for rare events: F. Anscombe, 1948. */
const EVENTS = 3 / 8;
const TRIALS = 3 / 4;

/** A share as events of trials; neither has to be whole. */
export interface Share {
  readonly events: number;
  readonly trials: number;
}

/**
 * The shares of `trials` that lie so many standard deviations of chance below and above that of earlier events, where both
 * have the same mean and `overdispersion` times the binomial variance. By the arcsine of the root, whose variance hardly
 * depends on the share.
 */
export function shareBand(
  before: Share,
  trials: number,
  deviations: number,
  overdispersion: number
): { low: number; high: number } {
  const noise = Math.sqrt(overdispersion * (variance(trials) + variance(before.trials)));
  const middle = Math.asin(Math.sqrt((before.events + EVENTS) / (before.trials + TRIALS)));
  const at = (angle: number) => (Math.sin(angle) ** 2 * (trials + TRIALS) - EVENTS) / trials;
  const [low, high] = [middle - deviations * noise, middle + deviations * noise];
  return {
    // No share lies beyond none and all: a band that reaches them holds them.
    low: low <= 0 ? -1 / trials : at(low),
    high: high >= Math.PI / 2 ? 1 + 1 / trials : at(high),
  };
}

function variance(trials: number): number {
  return 1 / (4 * trials + 2);
}
