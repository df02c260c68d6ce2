import type { ConfusionCounts } from '../../../outcomes/ConfusionCounts';
import { Z95 } from '../intervals/level';
import type { Metric } from '../MetricInput';
import { exactMetric, type Range, undefinedMetric } from '../metricValues';
import { binaryCounts } from './binaryCounts';
import { confusionOf } from './confusionOf';

const ADDED = 0.5;

/**
 * Matthews' correlation of actual and predicted classes, for K classes as J. Gorodkin gives it ("Comparing two K-category
 * assignments by a K-category correlation coefficient", 2004). Interval: delta method on atanh, with ½ added to each cell.
 */
export const mcc: Metric = (input) => {
  const confusion = input.ofClass === undefined ? confusionOf(input) : againstOthers(input);
  if (typeof confusion === 'string') {
    return undefinedMetric(confusion);
  }
  const sums = sumsOf(confusion.counts);
  const value = correlation(sums);
  if (value === null) {
    const rows = sums.total;
    const [all, one] = [Math.max(...sums.actual), Math.max(...sums.predicted)];
    const reason = one === rows ? 'all rows were predicted as one class' : 'all rows are of one class';
    return undefinedMetric(rows > 0 && (all === rows || one === rows) ? reason : 'no row has both classes', rows);
  }
  return exactMetric(value, sums.total, input.pointOnly ? null : intervalOf(confusion.counts));
};

function againstOthers(input: Parameters<Metric>[0]): ConfusionCounts | string {
  const counts = binaryCounts(input);
  if (typeof counts === 'string') {
    return counts;
  }
  const { truePositive, falsePositive, trueNegative, falseNegative } = counts;
  return {
    classes: ['others', counts.name],
    counts: [Float64Array.of(trueNegative, falsePositive), Float64Array.of(falseNegative, truePositive)],
  };
}

interface Sums {
  readonly total: number;
  readonly right: number;
  readonly actual: readonly number[];
  readonly predicted: readonly number[];
}

function sumsOf(counts: readonly Float64Array[]): Sums {
  const actual = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const predicted = counts.map((_, j) => counts.reduce((sum, row) => sum + row[j], 0));
  return {
    total: actual.reduce((sum, count) => sum + count, 0),
    right: counts.reduce((sum, row, i) => sum + row[i], 0),
    actual,
    predicted,
  };
}

/** Null where a margin is 0: all rows are of one class, or predicted as one. */
function correlation({ total, right, actual, predicted }: Sums): number | null {
  // As shares, so that counts of a billion lose no digits to their squares.
  const product = actual.reduce((sum, count, k) => sum + (count / total) * (predicted[k] / total), 0);
  const spread = (shares: readonly number[]) => shares.reduce((sum, x) => sum + (x / total) * (1 - x / total), 0);
  const [ofActual, ofPredicted] = [spread(actual), spread(predicted)];
  if (!(total > 0) || !(ofActual > 0) || !(ofPredicted > 0)) {
    return null;
  }
  return Math.max(-1, Math.min(1, (right / total - product) / Math.sqrt(ofActual * ofPredicted)));
}

function intervalOf(counts: readonly Float64Array[]): Range | null {
  const padded = counts.map((row) => row.map((count) => count + ADDED));
  const sums = sumsOf(padded);
  const { total, right, actual, predicted } = sums;
  const value = correlation(sums);
  if (value === null) {
    return null;
  }
  const squareSum = (shares: readonly number[]) => shares.reduce((sum, x) => sum + (x / total) * (1 - x / total), 0);
  const [ofActual, ofPredicted] = [squareSum(actual), squareSum(predicted)];
  const scale = Math.sqrt(ofActual * ofPredicted);
  let [mean, squares] = [0, 0];
  padded.forEach((row, i) =>
    row.forEach((count, j) => {
      // Derivatives by the share of a cell, of covariance and both variances, each as a form of degree 2 in the counts.
      const covariance = (i === j ? 1 : 0) + right / total - predicted[i] / total - actual[j] / total;
      const variances = (1 - predicted[j] / total) / ofPredicted + (1 - actual[i] / total) / ofActual;
      const slope = covariance / scale - value * variances;
      mean += (count / total) * slope;
      squares += (count / total) * slope * slope;
    })
  );
  const standardError = Math.sqrt(Math.max(0, squares - mean * mean) / total) / (1 - value * value);
  const middle = Math.atanh(value);
  return [Math.tanh(middle - Z95 * standardError), Math.tanh(middle + Z95 * standardError)];
}
