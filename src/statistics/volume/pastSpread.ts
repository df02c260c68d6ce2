import { medianOf } from './medianOf';
import { robustSpread } from './robustSpread';

/** √(π/2): the mean absolute deviation of normal values, times this, is their standard deviation. */
const CONSISTENCY = Math.sqrt(Math.PI / 2);

/**
 * The robust spread; where more than half of the values are equal, so that it is 0 though not all are, by their mean absolute
 * deviation from the median (B. Iglewicz and D. Hoaglin, "How to detect and handle outliers", 1993). Null for fewer than two.
 */
export function pastSpread(values: readonly number[]): number | null {
  const robust = robustSpread(values);
  const median = medianOf(values);
  if (robust !== 0 || median === null) {
    return robust;
  }
  return (CONSISTENCY * values.reduce((sum, value) => sum + Math.abs(value - median), 0)) / values.length;
}
