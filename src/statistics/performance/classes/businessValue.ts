import { studentInterval } from '../intervals/studentInterval';
import type { Metric } from '../MetricInput';
import { exactMetric, undefinedMetric } from '../metricValues';
import { binaryCounts } from './binaryCounts';

/** Σ count · value of all outcomes. Interval: Student's t of the mean value of a row, times the rows. */
export const businessValue: Metric = (input) => {
  const values = input.roles.value;
  if (values === undefined) {
    return undefinedMetric('no value of an outcome is given: set "value"');
  }
  const counts = binaryCounts(input);
  if (typeof counts === 'string') {
    return undefinedMetric(counts);
  }
  const cells = (['truePositive', 'falsePositive', 'trueNegative', 'falseNegative'] as const).map(
    (name) => [counts[name], values[name]] as const
  );
  const rows = cells.reduce((sum, [count]) => sum + count, 0);
  if (!(rows > 0)) {
    return undefinedMetric('no row has both a label and a predicted class');
  }
  const mean = cells.reduce((sum, [count, value]) => sum + (count / rows) * value, 0);
  const squares = cells.reduce((sum, [count, value]) => sum + count * (value - mean) ** 2, 0);
  const ofRow = studentInterval([mean, mean], squares, rows);
  return exactMetric(mean * rows, rows, ofRow && [ofRow[0] * rows, ofRow[1] * rows]);
};
