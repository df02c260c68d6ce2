import { chiSquareUpperTail } from '../../statistics/special/chiSquareUpperTail';
import { bisect } from './bisect';

const memory = new Map<string, number>();
const MEMORY_LIMIT = 1000;

/** The noncentrality λ at which a χ² test with the given degrees of freedom has the given power at level alpha. */
export function noncentralityFor(degrees: number, alpha: number, power: number): number {
  const key = `${degrees}/${alpha}/${power}`;
  let lambda = memory.get(key);
  if (lambda === undefined) {
    const spread = Math.sqrt(2 * degrees);
    const critical = bisect((x) => alpha - chiSquareUpperTail(x, degrees), 0, degrees + 60 * spread + 200);
    lambda = bisect((x) => noncentralUpperTail(critical, degrees, x) - power, 0, 100 * spread + 400);
    if (memory.size >= MEMORY_LIMIT) {
      memory.clear();
    }
    memory.set(key, lambda);
  }
  return lambda;
}

/** P(χ'²(degrees, λ) ≥ x): a Poisson(λ/2) mixture of central tails (Johnson, Kotz, Balakrishnan 1995, chapter 29). */
function noncentralUpperTail(x: number, degrees: number, lambda: number): number {
  const mean = lambda / 2;
  const reach = 8 * Math.sqrt(mean) + 20;
  const first = Math.max(0, Math.floor(mean - reach));
  let logWeight = -mean;
  for (let j = 1; j <= first; j++) {
    logWeight += Math.log(mean / j);
  }
  let sum = 0;
  for (let j = first; j <= mean + reach; j++) {
    if (j > first) {
      logWeight += Math.log(mean / j);
    }
    sum += Math.exp(logWeight) * chiSquareUpperTail(x, degrees + 2 * j);
  }
  return sum;
}
