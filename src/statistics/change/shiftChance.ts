/** Mean, variance, step and its place, φ and θ. */
const PARAMETERS = 6;

/**
 * Chance of a gain in twice the log-likelihood this large at the best place for a step, in noise without one. For known,
 * independent noise it is that of the largest standardized two-sample difference over all places (R. Miller and
 * D. Siegmund, "Maximally selected chi square statistics", Biometrics 38, 1982). Noise whose dependence is estimated
 * beside the step gives larger gains: they are divided by up to 1.5, as simulated (bench/false-alarms.md). So do few windows,
 * which six parameters fit too well: the gain is that of as many windows less.
 *
 * @param phi that of the noise with the step
 */
export function shiftChance(
  gain: number,
  { size, shortest, phi }: { size: number; shortest: number; phi: number }
): number {
  const square = gain * Math.max(2 / 3, 1 - 0.6 * phi) * Math.max(0, 1 - PARAMETERS / size);
  if (square <= 2) {
    return 1;
  }
  const bound = Math.sqrt(square);
  const density = Math.exp(-square / 2) / Math.sqrt(2 * Math.PI);
  const places = 2 * Math.log(Math.max(2, (size - shortest) / shortest));
  return Math.min(1, density * ((bound - 1 / bound) * places + 4 / bound));
}

/** The gain that has this chance: what a change must bring. */
export function requiredGain(chance: number, place: { size: number; shortest: number; phi: number }): number {
  let [low, high] = [0, 2000];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    [low, high] = shiftChance(middle, place) > chance ? [middle, high] : [low, middle];
  }
  return high;
}
