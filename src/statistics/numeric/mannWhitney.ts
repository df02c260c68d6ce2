import type { Distribution } from '../../distribution/Distribution';
import { chiSquareUpperTail } from '../special/chiSquareUpperTail';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { mannWhitneyExactTail } from './mannWhitneyExactTail';
import { guaranteeOf, whyNotNumeric } from './numericInput';
import { hasTies, type RankTable, rankTable, tieTerm } from './RankTable';

/** SciPy's rule for the exact distribution. */
const SMALL = 8;
/** Above this product the exact distribution takes too long. */
const MOST_PAIRS = 2e7;

/**
 * Mann–Whitney U test, two-sided (H. Mann and D. Whitney 1947). U = R − n(n + 1)/2 of the baseline, with midranks: the
 * pairs in which its value is the larger, ties counting half. p exact without ties and min(n, m) ≤ 8, otherwise normal
 * with tie correction and a continuity correction of ½. `details.common_language` is U/(nm): the chance that a value of
 * the baseline exceeds one of the current sample. A rank test: ±Infinity takes part.
 *
 * From buckets: pairs in one bucket count half in the estimate, and none or all in the bounds.
 */
export function mannWhitney(baseline: Distribution, current: Distribution, _options: TestOptions): TestResult {
  const reason = whyNotNumeric(baseline, current);
  if (reason !== null) {
    return undefinedResult('mann_whitney', reason);
  }
  const table = rankTable(baseline, current);
  const { pairsWon, pairsTied } = countPairs(table);
  const { n, m } = table;
  const statistic = pairsWon + pairsTied / 2;
  const low = table.isRaw ? statistic : pairsWon;
  const high = table.isRaw ? statistic : pairsWon + pairsTied;
  const deviation = Math.sqrt((n * m * (n + m + 1 - (table.isRaw ? tieTerm(table) : 0))) / 12);
  if (!(deviation > 0)) {
    return undefinedResult('mann_whitney', 'all values are equal');
  }
  const { pValue, method } = pValueOf(statistic, table, deviation);
  const centre = (n * m) / 2;
  const furthest = Math.max(Math.abs(low - centre), Math.abs(high - centre));
  const nearest = low <= centre && high >= centre ? 0 : Math.min(Math.abs(low - centre), Math.abs(high - centre));
  return {
    test: 'mann_whitney',
    statistic,
    statisticLow: low,
    statisticHigh: high,
    pValue,
    pValueLow: table.isRaw ? pValue : Math.min(...bothTails(furthest, table, deviation)),
    pValueHigh: table.isRaw ? pValue : Math.max(...bothTails(nearest, table, deviation)),
    method,
    guarantee: guaranteeOf(baseline, current),
    details: { common_language: statistic / n / m },
  };
}

function countPairs({ baseline, current }: RankTable): { pairsWon: number; pairsTied: number } {
  let pairsWon = 0;
  let pairsTied = 0;
  let currentBelow = 0;
  for (let i = 0; i < baseline.length; i++) {
    pairsWon += baseline[i] * currentBelow;
    pairsTied += baseline[i] * current[i];
    currentBelow += current[i];
  }
  return { pairsWon, pairsTied };
}

function pValueOf(statistic: number, table: RankTable, deviation: number): { pValue: number; method: string } {
  const { n, m } = table;
  const distance = Math.abs(statistic - (n * m) / 2);
  return table.isRaw && !hasTies(table) && isSmall(table)
    ? { pValue: exactTail(distance, table), method: 'exact' }
    : { pValue: normalTail(distance, deviation), method: 'normal' };
}

/** Whether raw values would be tested exactly depends on their ties, which buckets don't show. */
function bothTails(distance: number, table: RankTable, deviation: number): number[] {
  const normal = normalTail(distance, deviation);
  return isSmall(table) ? [normal, exactTail(distance, table)] : [normal];
}

function isSmall({ n, m }: RankTable): boolean {
  return Math.min(n, m) <= SMALL && n * m <= MOST_PAIRS;
}

function exactTail(distance: number, { n, m }: RankTable): number {
  return Math.min(1, 2 * mannWhitneyExactTail((n * m) / 2 + distance, n, m));
}

/** Two-sided, with the continuity correction. */
function normalTail(distance: number, deviation: number): number {
  const z = (distance - 0.5) / deviation;
  return z > 0 ? chiSquareUpperTail(z * z, 1) : 1;
}
