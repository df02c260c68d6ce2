import { stepUp } from './stepUp';

/**
 * Adjusted p-values of Benjamini and Hochberg (1995), "Controlling the false discovery rate", JRSS B 57: the smallest
 * rate of false discoveries at which each would be rejected. Holds for independent and positively dependent tests.
 * A null p-value stays null and is not counted. Returns one value for each, in the same order.
 */
export function benjaminiHochberg(pValues: ReadonlyArray<number | null>): Array<number | null> {
  return stepUp(pValues, () => 1);
}
