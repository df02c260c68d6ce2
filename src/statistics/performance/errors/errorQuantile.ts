import { ANY_CLASS, ERROR_SIZES } from '../../../outcomes/Outcomes';
import { ERROR_QUANTILES } from '../../../query/performanceMetric';
import { binomialQuantiles } from '../../special/binomialQuantiles';
import type { Metric } from '../MetricInput';
import { boundedMetric, type Range, undefinedMetric } from '../metricValues';

/**
 * A quantile of |p − y|, between two values by linear interpolation (NumPy's default). 95% interval: the order statistics
 * that hold it with that probability whatever the distribution (W. Thompson 1936); none where there are too few rows.
 * Where sizes are counted in buckets it lies between certain bounds.
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
    const find = placeFinder(counts);
    // Of buckets both ends: the quantile lies between those of the least and the greatest values that there may be.
    const bounds = [table.lower, table.upper].map((values): [value: number, range: Range | null] => {
      const at = (place: number) => values[find(place)];
      const place = level * (rows - 1);
      const [low, high] = [at(Math.floor(place)), at(Math.ceil(place))];
      const value = low === high ? low : low + (place - Math.floor(place)) * (high - low);
      return [value, pointOnly ? null : orderInterval(at, rows, level)];
    });
    const [[least, under], [most, above]] = bounds;
    return most === Infinity
      ? undefinedMetric('the largest errors lie beyond the buckets that this source counts', rows)
      : boundedMetric([least, most], rows, under === null || above === null ? null : [under[0], above[1]]);
  };
}

/** The entry with a place, from 0, of all in ascending order. */
function placeFinder(counts: Float64Array): (place: number) => number {
  const ends = new Float64Array(counts.length);
  let sum = 0;
  counts.forEach((count, i) => (ends[i] = sum += count));
  return (place) => {
    let [from, to] = [0, ends.length - 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      [from, to] = ends[middle] > place ? [from, middle] : [middle + 1, to];
    }
    return from;
  };
}

function orderInterval(at: (place: number) => number, rows: number, level: number): Range | null {
  const [low, high] = binomialQuantiles([0.025, 0.975], rows, level);
  // The k-th smallest of all, counted from 1, is at or below the quantile where at least k are.
  return low >= 1 && high < rows ? [at(low - 1), at(high)] : null;
}
