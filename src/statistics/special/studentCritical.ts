import { studentTwoSidedTail } from './studentTwoSidedTail';

const STEPS = 200;

/**
 * The t that Student's distribution with `degrees` > 0 degrees of freedom exceeds in size, on either side together, with
 * probability `alpha` in (0, 1): 2.228 for 0.05 and ten degrees. By bisection of the tail, to ten digits.
 */
export function studentCritical(alpha: number, degrees: number): number {
  let high = 1;
  while (studentTwoSidedTail(high, degrees) > alpha && high < Number.MAX_VALUE / 2) {
    high *= 2;
  }
  let low = high === 1 ? 0 : high / 2;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) {
      break;
    }
    if (studentTwoSidedTail(middle, degrees) > alpha) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high;
}
