import type { CountTable, TableStatistic } from '../CountTable';
import type { TestOptions } from '../TestResult';
import { drawHypergeometric } from '../random/drawHypergeometric';
import { type SeededRandom, seededRandom } from '../random/seededRandom';
import { monteCarlo, type NullPValue } from './monteCarlo';
import { wholeTable } from './wholeTable';

/** Cells drawn at most for one p-value (about a second's work), and the fewest tables whatever the number of columns. */
const MOST_CELLS = 4e6;
const FEWEST_TABLES = 100;

/**
 * p-value of a statistic that grows with the distance between the two rows, by seeded random tables with the margins of
 * the observed one: see `monteCarlo`. That is the permutation test: shuffling the rows' labels makes the current counts
 * multivariate hypergeometric, so they are drawn as such and no row is touched. With `permutations` 0 there is no
 * p-value. The smaller row is the one that is drawn, so that a symmetric statistic has the same p both ways round.
 */
export function nullDistribution(
  observedTable: CountTable,
  statistic: TableStatistic,
  options: TestOptions,
  stream: string
): NullPValue {
  const table = wholeTable(observedTable);
  if (options.permutations <= 0 || table.baselineTotal === 0 || table.currentTotal === 0) {
    return { pValue: null, method: 'none' };
  }
  const observed = statistic(table.baseline, table.current, table.baselineTotal, table.currentTotal);
  const affordable = Math.max(FEWEST_TABLES, Math.floor(MOST_CELLS / table.baseline.length));
  return monteCarlo(tableDraws(table, statistic, seededRandom(options.seed, stream)), observed, {
    wanted: options.permutations,
    affordable: Math.min(options.permutations, affordable),
    name: 'tables',
  });
}

/** Each call draws a table and gives its statistic. */
function tableDraws(table: CountTable, statistic: TableStatistic, random: SeededRandom): () => number {
  const { baselineTotal, currentTotal } = table;
  const pooled = table.baseline.map((count, column) => count + table.current[column]);
  const drawn = new Float64Array(pooled.length);
  const others = new Float64Array(pooled.length);
  const drawsCurrent = currentTotal <= baselineTotal;
  const [baseline, current] = drawsCurrent ? [others, drawn] : [drawn, others];
  const draws = Math.min(baselineTotal, currentTotal);
  return () => {
    drawTable(pooled, baselineTotal + currentTotal, draws, random, drawn, others);
    return statistic(baseline, current, baselineTotal, currentTotal);
  };
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
