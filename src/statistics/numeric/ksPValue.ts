import { kolmogorovTail } from '../special/kolmogorovTail';
import type { TestOptions } from '../TestResult';
import { ksExactCost, ksExactTail } from './ksExactTail';

/** Cells of the exact recursion; 1e8 take some tenths of a second. */
const COST_WHEN_ASKED = 2e8;
const COST_UNASKED = 2e6;
const COST_WHEN_DECLINED = 1e4;
/** Up to here the exact p-value is always given when it is asked for. */
const ALWAYS_EXACT = 10_000;

export interface KsPValue {
  readonly pValue: number;
  readonly method: 'exact' | 'kolmogorov limit';
}

/**
 * p-value of a KS distance between n and m values: exact where affordable, else the Kolmogorov limit at
 * D·sqrt(nm/(n+m)), which ignores ties (so it is conservative where there are any) and is poor in the far tail of
 * samples of very unequal size. With `exactKs` false only the smallest samples are exact.
 */
export function ksPValue(
  scaledDistance: number,
  n: number,
  m: number,
  { exactKs }: TestOptions,
  findTies: () => ArrayLike<number> | null = noTies
): KsPValue {
  const isPossible = isAffordable(ksExactCost(scaledDistance, n, m, null), Math.max(n, m), exactKs);
  // Ties only add to the cost, and finding them costs too.
  const tieGroups = isPossible ? findTies() : null;
  if (isPossible && isAffordable(ksExactCost(scaledDistance, n, m, tieGroups), Math.max(n, m), exactKs)) {
    // The shorter side is the one that is stored.
    const pValue = n <= m ? ksExactTail(scaledDistance, n, m, tieGroups) : ksExactTail(scaledDistance, m, n, tieGroups);
    return { pValue, method: 'exact' };
  }
  return {
    pValue: kolmogorovTail((scaledDistance / n / m) * Math.sqrt((n / (n + m)) * m)),
    method: 'kolmogorov limit',
  };
}

function noTies(): null {
  return null;
}

function isAffordable(cost: number, larger: number, asked: boolean | undefined): boolean {
  if (asked === undefined) {
    return cost <= COST_UNASKED;
  }
  return asked ? cost <= COST_WHEN_ASKED || larger <= ALWAYS_EXACT : cost <= COST_WHEN_DECLINED;
}
