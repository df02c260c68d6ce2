import type { CountTable } from '../CountTable';
import { chiSquareUpperTail } from '../special/chiSquareUpperTail';
import type { NullPValue } from './monteCarlo';

/** A share below this counts as this in PSI and KL, so that an empty bin makes a finite contribution. */
export const SHARE_FLOOR = 1e-4;
/** Below this expected count in any cell the limit gives 12 to 50% false alarms. */
const LEAST_EXPECTED = 20;

/**
 * p-value of a divergence that is about (1/n + 1/m)/weight · χ² with B−1 degrees of freedom under no drift, because it
 * is Σ (q−p)²/p /weight to second order: weight 1 for PSI, 8 for the Jensen–Shannon divergence and for the squared
 * Hellinger distance (B. Yurdakul, "Statistical properties of population stability index", 2018; F. Österreicher and
 * I. Vajda, "Statistical information and discrimination", 1993). Null where an expected count is below 20 or a share so
 * small that it is floored: then tables have to be drawn.
 */
export function chiSquareLimit(table: CountTable, divergence: number, weight: number): NullPValue | null {
  if (!isLarge(table)) {
    return null;
  }
  const scale = 1 / table.baselineTotal + 1 / table.currentTotal;
  const statistic = (divergence * weight) / scale;
  return { pValue: chiSquareUpperTail(statistic, table.baseline.length - 1), method: 'chi-square' };
}

function isLarge({ baseline, current, baselineTotal, currentTotal }: CountTable): boolean {
  const smaller = Math.min(baselineTotal, currentTotal) / (baselineTotal + currentTotal);
  for (let bin = 0; bin < baseline.length; bin++) {
    const isFloored = baseline[bin] < SHARE_FLOOR * baselineTotal || current[bin] < SHARE_FLOOR * currentTotal;
    if (isFloored || (baseline[bin] + current[bin]) * smaller < LEAST_EXPECTED) {
      return false;
    }
  }
  return true;
}
