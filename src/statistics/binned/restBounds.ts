import type { TestResult } from '../TestResult';
import type { BinnedTable } from './binnedTable';
import type { Distance } from './distanceResult';

type Bounds = Pick<TestResult, 'statisticLow' | 'statisticHigh' | 'pValueLow' | 'pValueHigh' | 'guarantee'>;

/**
 * Bounds where a column holds categories that not both sides count, so that differences between them may cancel in it;
 * null where there is no such column, or nothing can hide in it.
 *
 * `monotone`: an f-divergence never grows by merging columns, so the table's value is a lower bound, and the value
 * with nothing in common behind the rest an upper one (I. Csiszár, "Information-type measures of difference", 1967).
 * `largest`: the largest difference of a column may be of one inside the rest, and is at least that of the others.
 * `unbounded`: floored shares keep no such order.
 */
export function restBounds(distance: Distance, table: BinnedTable, statistic: number): Bounds | null {
  const rest = table.restColumn ?? -1;
  if (rest < 0 || table.guarantee !== 'exact' || table.baseline[rest] === 0 || table.current[rest] === 0) {
    return null;
  }
  if (distance.rest === 'unbounded') {
    return { statisticLow: null, statisticHigh: null, pValueLow: null, pValueHigh: null, guarantee: 'approximate' };
  }
  const { baseline, current, baselineTotal, currentTotal } = table;
  const listed = distance.statistic(without(baseline, rest), without(current, rest), baselineTotal, currentTotal);
  const apart = distance.statistic(
    Float64Array.from([...without(baseline, rest), baseline[rest], 0]),
    Float64Array.from([...without(current, rest), 0, current[rest]]),
    baselineTotal,
    currentTotal
  );
  return {
    statisticLow: distance.rest === 'monotone' ? statistic : listed,
    statisticHigh: apart,
    pValueLow: null,
    pValueHigh: null,
    guarantee: 'bounded',
  };
}

function without(counts: Float64Array, column: number): Float64Array {
  return counts.filter((_, i) => i !== column);
}
