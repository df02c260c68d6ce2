import type { Distribution } from '../../distribution/Distribution';
import type { CountTable } from '../CountTable';
import { countedResult } from '../countedResult';
import { chiSquareUpperTail } from '../special/chiSquareUpperTail';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { binnedTable } from './binnedTable';
import { type NullPValue, nullDistribution } from './nullDistribution';

/** A share below this counts as this, so that an empty bin makes a finite contribution. */
export const SHARE_FLOOR = 1e-4;
/** Below this expected count in any cell the χ² limit gives 12 to 50 % false alarms. */
const LEAST_EXPECTED = 20;

/**
 * Population stability index Σ (q−p) ln(q/p) of baseline shares p and current shares q, over the baseline's deciles or
 * the categories; shares are floored at 1e-4 and not renormalised. Symmetric but for the choice of bins.
 *
 * Under no drift PSI is about (1/n + 1/m)·χ² with B−1 degrees of freedom (B. Yurdakul, "Statistical properties of
 * population stability index", 2018), which gives the p-value where every expected count is at least 20 and no share is
 * floored; else it is by random tables with the same margins. The customary 0.1 and 0.2 are no critical values.
 */
export function psi(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  const table = binnedTable(baseline, current);
  if ('undefinedReason' in table) {
    return undefinedResult('psi', table.undefinedReason);
  }
  const statistic = psiStatistic(table.baseline, table.current, table.baselineTotal, table.currentTotal);
  return countedResult('psi', table.guarantee, statistic, psiPValue(table, statistic, options), {
    bins: table.baseline.length,
    binning: table.bins,
  });
}

export function psiStatistic(baseline: Float64Array, current: Float64Array, n: number, m: number): number {
  let sum = 0;
  for (let bin = 0; bin < baseline.length; bin++) {
    const p = Math.max(baseline[bin] / n, SHARE_FLOOR);
    const q = Math.max(current[bin] / m, SHARE_FLOOR);
    sum += (q - p) * Math.log(q / p);
  }
  return sum;
}

function psiPValue(table: CountTable, statistic: number, options: TestOptions): NullPValue {
  if (table.baseline.length === 1) {
    return { pValue: 1, method: 'exact (one bin)' };
  }
  if (!isLarge(table)) {
    return nullDistribution(table, psiStatistic, options, 'psi');
  }
  const scale = 1 / table.baselineTotal + 1 / table.currentTotal;
  return { pValue: chiSquareUpperTail(statistic / scale, table.baseline.length - 1), method: 'chi-square' };
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
