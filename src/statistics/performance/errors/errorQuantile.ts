import { ANY_CLASS, ERROR_SIZES } from '../../../outcomes/Outcomes';
import { ERROR_QUANTILES } from '../../../query/performanceMetric';
import { binomialQuantiles } from '../../special/binomialQuantiles';
import type { Metric } from '../MetricInput';
import { exactMetric, type Range, undefinedMetric } from '../metricValues';

/**
 * A quantile of |p − y|, between two values by linear interpolation (NumPy's default). 95% interval: the order statistics
 * that hold it with that probability whatever the distribution (W. Thompson 1936); none where there are too few rows.
 */
export function errorQuantile(metric: keyof typeof ERROR_QUANTILES): Metric {
  const level = ERROR_QUANTILES[metric];
  return ({ outcomes, pointOnly }) => {
    const table = outcomes.scores?.get(ERROR_SIZES);
    const counts = table?.byClass.get(ANY_CLASS)?.counts;
    if (table === undefined || counts === undefined) {
      return undefinedMetric(
        outcomes.labelled === 0
          ? 'no row has a label'
          : outcomes.errors !== undefined && outcomes.errors.rows === 0
            ? 'no row has both a label and a predicted number'
            : 'this source can’t tell single errors'
      );
    }
    const rows = counts.reduce((sum, count) => sum + count, 0);
    if (!(rows > 0)) {
      return undefinedMetric('no row has both a label and a predicted number');
    }
    const at = placeFinder(table.lower, counts);
    const place = level * (rows - 1);
    const [low, high] = [at(Math.floor(place)), at(Math.ceil(place))];
    const value = low + (place - Math.floor(place)) * (high - low);
    return exactMetric(value, rows, pointOnly ? null : orderInterval(at, rows, level));
  };
}

/** The value at a place, from 0, of all in ascending order; places have to ascend. */
function placeFinder(values: Float64Array, counts: Float64Array): (place: number) => number {
  const ends = new Float64Array(counts.length);
  let sum = 0;
  counts.forEach((count, i) => (ends[i] = sum += count));
  return (place) => {
    let [from, to] = [0, ends.length - 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      [from, to] = ends[middle] > place ? [from, middle] : [middle + 1, to];
    }
    return values[from];
  };
}

function orderInterval(at: (place: number) => number, rows: number, level: number): Range | null {
  const [low, high] = binomialQuantiles([0.025, 0.975], rows, level);
  // The k-th smallest of all, counted from 1, is at or below the quantile where at least k are.
  return low >= 1 && high < rows ? [at(low - 1), at(high)] : null;
}
