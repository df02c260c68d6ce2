import type { Distribution } from '../../distribution/Distribution';
import { holm } from '../../statistics/corrections/holm';
import { fisherByValue, type ValueComparison } from '../../statistics/numeric/fisherByValue';

/** A number that many rows share, with its p-value adjusted by Holm over all such numbers. */
export interface JudgedValue extends ValueComparison {
  readonly pHolm: number;
  /** Whether its share, or that of all other values, at least doubled or halved, is new or gone. */
  readonly large: boolean;
  /** Half of that: grown by half, or shrunk to two thirds. */
  readonly notable: boolean;
  /** Whose share changed by the larger factor: that of the value, or that of all others. */
  readonly moved: 'value' | 'others';
}

/** Every number that many rows share against all others, the smallest adjusted p first. Empty where there is none. */
export function judgeValues(
  baseline: Distribution,
  current: Distribution,
  least?: number,
  most?: number
): JudgedValue[] {
  const compared = fisherByValue(baseline, current, least, most);
  const adjusted = holm(compared.map(({ pValue }) => pValue));
  return compared
    .map((one, i) => judged(one, adjusted[i] ?? 1))
    .sort((a, b) => a.pHolm - b.pHolm || a.pValue - b.pValue);
}

function judged(one: ValueComparison, pHolm: number): JudgedValue {
  const { baselineShare: before, currentShare: after } = one;
  const ofValue = factor(before, after);
  const ofOthers = factor(1 - before, 1 - after);
  const most = Math.max(ofValue, ofOthers);
  return { ...one, pHolm, large: most >= 2, notable: most >= 1.5, moved: ofOthers > ofValue ? 'others' : 'value' };
}

/** The larger share over the smaller; infinite where one is 0, 1 where both are. */
function factor(before: number, after: number): number {
  return before === after ? 1 : Math.max(before / after, after / before);
}
