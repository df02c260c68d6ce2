/**
 * x ln(x/μ) + μ − x for x ≥ 0 and μ > 0, without cancellation where x is near μ (Loader 2000, `bd0`): half of what one
 * Poisson count x contributes to the deviance from its mean μ. Never negative.
 */
export function deviance(x: number, mean: number): number {
  if (x === 0) {
    return mean;
  }
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) {
    return x * Math.log(x / mean) + mean - x;
  }
  const v = difference / (x + mean);
  const square = v * v;
  let sum = difference * v;
  let power = 2 * x * v;
  for (let odd = 3; odd < 2000; odd += 2) {
    power *= square;
    const next = sum + power / odd;
    if (next === sum) {
      break;
    }
    sum = next;
  }
  return sum;
}
