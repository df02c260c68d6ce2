import type { ConfusionCounts } from '../../../outcomes/ConfusionCounts';
import { logitInterval } from '../intervals/logitInterval';
import { wilson } from '../intervals/wilson';
import type { Metric } from '../MetricInput';
import { exactMetric, undefinedMetric } from '../metricValues';
import { countsOfClass } from './binaryCounts';
import { confusionOf } from './confusionOf';
import { f1Of } from './f1';
import { precisionOf } from './precision';
import { recallOf } from './recall';

const OF_CLASS = { precision: precisionOf, recall: recallOf, f1: f1Of };
type OfClass = keyof typeof OF_CLASS;

/**
 * The mean of a metric over all classes that occur, each counted alike (`macro`) or by its actual rows (`weighted`).
 * Undefined if it is for one of them that counts. Interval: delta method over the cells, on the logit.
 */
export function classAverage(name: OfClass, weights: 'macro' | 'weighted'): Metric {
  return (input) => {
    const confusion = confusionOf(input);
    if (typeof confusion === 'string') {
      return undefinedMetric(confusion);
    }
    const margins = marginsOf(confusion);
    const total = margins.actual.reduce((sum, count) => sum + count, 0);
    if (!(total > 0)) {
      return undefinedMetric('no row has both a label and a predicted class');
    }
    const occurs = confusion.classes.map((_, k) => margins.actual[k] + margins.predicted[k] > 0);
    const classes = occurs.filter(Boolean).length;
    const weightOf = (k: number) => (weights === 'macro' ? (occurs[k] ? 1 / classes : 0) : margins.actual[k] / total);
    const values: number[] = [];
    for (const [k, ofClass] of confusion.classes.entries()) {
      const of = weightOf(k) > 0 ? OF_CLASS[name](countsOfClass(confusion, ofClass)) : null;
      if (of?.undefined) {
        return undefinedMetric(of.undefined, total);
      }
      values.push(of?.value ?? 0);
    }
    const value = values.reduce((sum, x, k) => sum + weightOf(k) * x, 0);
    if (input.pointOnly) {
      return exactMetric(value, total, null);
    }
    // A cell enters the metric of its actual class and of its predicted one.
    const slopes = (i: number, j: number) =>
      (i === j ? [i] : [i, j]).reduce((sum, k) => sum + weightOf(k) * slopeOf(name, values[k], margins, k, i, j), 0) +
      (weights === 'weighted' ? (values[i] - value) / total : 0);
    let variance = 0;
    confusion.counts.forEach((row, i) =>
      row.forEach((count, j) => (variance += count > 0 ? count * slopes(i, j) ** 2 : 0))
    );
    const standardError = Math.sqrt(variance);
    const interval = standardError > 0 ? logitInterval(value, standardError) : wilson(value * total, total);
    return exactMetric(value, total, interval);
  };
}

interface Margins {
  readonly actual: readonly number[];
  readonly predicted: readonly number[];
}

function marginsOf({ counts }: ConfusionCounts): Margins {
  return {
    actual: counts.map((row) => row.reduce((sum, count) => sum + count, 0)),
    predicted: counts.map((_, j) => counts.reduce((sum, row) => sum + row[j], 0)),
  };
}

/** Derivative of the metric of class k by the count of cell (i, j). */
function slopeOf(
  name: OfClass,
  value: number,
  { actual, predicted }: Margins,
  k: number,
  i: number,
  j: number
): number {
  const hit = i === k && j === k ? 1 : 0;
  if (name === 'precision') {
    return j === k ? (hit - value) / predicted[k] : 0;
  }
  if (name === 'recall') {
    return i === k ? (hit - value) / actual[k] : 0;
  }
  const touched = (i === k ? 1 : 0) + (j === k ? 1 : 0);
  return touched === 0 ? 0 : (2 * hit - value * touched) / (actual[k] + predicted[k]);
}
