import type { CountTable, TableStatistic } from '../CountTable';
import type { TestOptions } from '../TestResult';
import { drawHypergeometric } from '../random/drawHypergeometric';
import { type SeededRandom, seededRandom } from '../random/seededRandom';
import { pearsonUpperTail } from '../special/pearsonUpperTail';
import { wholeTable } from './wholeTable';

/** Once this many tables were at least as far apart as the observed one, p is known to 7 % of itself. */
const ENOUGH_EXCEEDANCES = 200;
/** Cells drawn at most for one p-value (about a second's work), and the fewest tables whatever the number of columns. */
const MOST_CELLS = 4e6;
const FEWEST_TABLES = 100;

export interface NullPValue {
  readonly pValue: number | null;
  readonly method: string;
}

/**
 * p-value of a statistic that grows with the distance between the two rows, by seeded random tables with the margins of
 * the observed one. That is the permutation test: shuffling the rows' labels makes the current counts multivariate
 * hypergeometric, so they are drawn as such and no row is touched.
 *
 * p = (exceedances + 1)/(tables + 1); where it is clearly not small, drawing stops at 200 exceedances and
 * p = exceedances/tables (J. Besag and P. Clifford, "Sequential Monte Carlo p-values", Biometrika 78, 1991): both are
 * valid. With hundreds of columns there are fewer tables than `options.permutations` asks for, and a p-value below what
 * they can show is the tail of a Pearson III distribution with their mean, variance and skewness, down to what all the
 * tables asked for could show; `method` says so. With `permutations` 0 there is no p-value.
 *
 * The smaller row is the one that is drawn, so that a symmetric statistic has the same p both ways round.
 */
export function nullDistribution(
  observedTable: CountTable,
  statistic: TableStatistic,
  options: TestOptions,
  stream: string
): NullPValue {
  if (options.permutations <= 0) {
    return { pValue: null, method: 'none' };
  }
  const table = wholeTable(observedTable);
  if (table.baselineTotal === 0 || table.currentTotal === 0) {
    return { pValue: null, method: 'none' };
  }
  const columns = table.baseline.length;
  const planned = Math.min(options.permutations, Math.max(FEWEST_TABLES, Math.floor(MOST_CELLS / columns)));
  const observed = statistic(table.baseline, table.current, table.baselineTotal, table.currentTotal);
  const drawn = drawStatistics(table, statistic, observed, planned, seededRandom(options.seed, stream));
  const tables = drawn.statistics.length;
  if (drawn.exceedances >= ENOUGH_EXCEEDANCES) {
    return { pValue: drawn.exceedances / tables, method: `monte carlo (${tables} tables)` };
  }
  if (planned < options.permutations && drawn.exceedances < 10) {
    return {
      pValue: Math.max(1 / (options.permutations + 1), pearsonUpperTail(observed, drawn.statistics)),
      method: `monte carlo (${tables} tables), Pearson III tail`,
    };
  }
  return { pValue: (drawn.exceedances + 1) / (tables + 1), method: `monte carlo (${tables} tables)` };
}

function drawStatistics(
  table: CountTable,
  statistic: TableStatistic,
  observed: number,
  planned: number,
  random: SeededRandom
): { statistics: Float64Array; exceedances: number } {
  const pooled = table.baseline.map((count, column) => count + table.current[column]);
  const total = table.baselineTotal + table.currentTotal;
  const drawsCurrent = table.currentTotal <= table.baselineTotal;
  const draws = drawsCurrent ? table.currentTotal : table.baselineTotal;
  const drawn = new Float64Array(pooled.length);
  const others = new Float64Array(pooled.length);
  const statistics = new Float64Array(planned);
  // A table as far apart as the observed one must count as such whatever the order of its rounding errors.
  const least = observed - Math.abs(observed) * 1e-9;
  let exceedances = 0;
  let tables = 0;
  while (tables < planned && exceedances < ENOUGH_EXCEEDANCES) {
    drawTable(pooled, total, draws, random, drawn, others);
    const value = drawsCurrent
      ? statistic(others, drawn, table.baselineTotal, table.currentTotal)
      : statistic(drawn, others, table.baselineTotal, table.currentTotal);
    statistics[tables] = value;
    tables += 1;
    if (value >= least) {
      exceedances += 1;
    }
  }
  return { statistics: statistics.subarray(0, tables), exceedances };
}

/** Fills `drawn` with how many of `draws` items fall into each column, and `others` with what stays behind. */
function drawTable(
  pooled: Float64Array,
  total: number,
  draws: number,
  random: SeededRandom,
  drawn: Float64Array,
  others: Float64Array
): void {
  let unseen = total;
  let left = draws;
  for (let column = 0; column < pooled.length; column++) {
    const count = pooled[column];
    unseen -= count;
    const taken = left === 0 ? 0 : drawHypergeometric(count, unseen, left, random);
    left -= taken;
    drawn[column] = taken;
    others[column] = count - taken;
  }
}
