import type { LearnedRates } from './learnedRates';

const STEPS = 60;

/**
 * The old version's rate p, with p + difference the new version's, that lies nearest to the rates bet on: it minimizes
 * n₁KL(θ₁‖p) + n₂KL(θ₂‖p + difference), which is convex, by bisection of its derivative. −1 < difference < 1.
 */
export function nearestRate(
  { old, new: next }: LearnedRates,
  oldRows: number,
  newRows: number,
  difference: number
): number {
  // Each part falls up to its own rate and grows from there on: the sum's least lies between them.
  const lowest = Math.max(0, -difference);
  const highest = Math.min(1, 1 - difference);
  let low = Math.max(lowest, Math.min(old, next - difference));
  let high = Math.min(highest, Math.max(old, next - difference));
  for (let step = 0; step < STEPS && high > low; step++) {
    const p = (low + high) / 2;
    const q = p + difference;
    // Both derivatives times all four denominators, which are positive.
    const slope = oldRows * (p - old) * q * (1 - q) + newRows * (q - next) * p * (1 - p);
    if (slope < 0) {
      low = p;
    } else {
      high = p;
    }
  }
  return (low + high) / 2;
}
