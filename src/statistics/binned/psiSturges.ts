import type { Distribution } from '../../distribution/Distribution';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { tableBetween } from './binnedTable';
import { chiSquareLimit } from './chiSquareLimit';
import { type Distance, tableDistanceResult } from './distanceResult';
import { sturgesBins } from './sturgesBins';

const PSI_STURGES: Distance = {
  test: 'psi_sturges',
  statistic: filledPsiStatistic,
  limit: (table, statistic) => chiSquareLimit(table, statistic, 1),
  rest: 'unbounded',
};

/**
 * PSI as Evidently 0.7.23 computes it for numbers: on `sturgesBins`, a zero share replaced by 1e-4, or by a millionth of
 * the side's smallest share where that is at most 1e-4. Needs raw values on both sides. p-value as for `psi`.
 */
export function psiSturges(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  if (baseline.kind !== 'samples' || current.kind !== 'samples') {
    return undefinedResult('psi_sturges', 'needs raw values on both sides');
  }
  if (baseline.sorted.length === 0 || current.sorted.length === 0) {
    const side = baseline.sorted.length === 0 ? 'the baseline' : 'the current window';
    return undefinedResult('psi_sturges', `${side} has no values`);
  }
  const bins = sturgesBins(baseline, current);
  const table = 'undefinedReason' in bins ? bins : tableBetween(baseline, current, bins);
  return tableDistanceResult(PSI_STURGES, table, options);
}

export function filledPsiStatistic(baseline: Float64Array, current: Float64Array, n: number, m: number): number {
  const baselineFill = fillOf(baseline, n);
  const currentFill = fillOf(current, m);
  let sum = 0;
  for (let bin = 0; bin < baseline.length; bin++) {
    const p = baseline[bin] === 0 ? baselineFill : baseline[bin] / n;
    const q = current[bin] === 0 ? currentFill : current[bin] / m;
    sum += (q - p) * Math.log(q / p);
  }
  return sum;
}

/** What stands for a share of zero. */
function fillOf(counts: Float64Array, total: number): number {
  let smallest = Infinity;
  for (let bin = 0; bin < counts.length; bin++) {
    if (counts[bin] > 0 && counts[bin] < smallest) {
      smallest = counts[bin];
    }
  }
  return smallest / total <= 1e-4 ? smallest / total / 1e6 : 1e-4;
}
