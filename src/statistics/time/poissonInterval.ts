import { chiSquareUpperTail } from '../special/chiSquareUpperTail';

const TAIL = 0.025;
const STEPS = 200;

/**
 * Exact 95% interval of the mean of a Poisson count (F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika
 * 28, 1936): half the 2.5% quantile of χ² with 2k degrees of freedom, and half its 97.5% quantile with 2k + 2.
 *
 * @param count whole, 0 or more
 */
export function poissonInterval(count: number): { readonly low: number; readonly high: number } {
  return {
    low: count === 0 ? 0 : quantile(2 * count, 1 - TAIL) / 2,
    high: quantile(2 * count + 2, TAIL) / 2,
  };
}

/** Where the upper tail of χ² has this probability, by bisection. */
function quantile(degrees: number, upperTail: number): number {
  let [low, high] = [0, degrees + 12 * Math.sqrt(2 * degrees) + 24];
  for (let step = 0; step < STEPS && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2;
    if (chiSquareUpperTail(middle, degrees) > upperTail) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}
