import type { Metric } from '../MetricInput';
import { undefinedMetric } from '../metricValues';
import { binaryCounts } from './binaryCounts';
import { confusionOf } from './confusionOf';
import { share } from './share';

/** Share of rows whose predicted class came true; of one class, whether it was rightly predicted or rightly not. */
export const accuracy: Metric = (input) => {
  const none = 'no row has both a label and a predicted class';
  if (input.ofClass !== undefined) {
    const of = binaryCounts(input);
    return typeof of === 'string' ? undefinedMetric(of) : ofBinary(of.truePositive + of.trueNegative, of, none);
  }
  const confusion = confusionOf(input);
  if (typeof confusion === 'string') {
    return undefinedMetric(confusion);
  }
  let [right, all] = [0, 0];
  confusion.counts.forEach((row, i) => {
    right += row[i];
    all += row.reduce((sum, count) => sum + count, 0);
  });
  return share(right, all, none);
};

interface Cells {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly trueNegative: number;
  readonly falseNegative: number;
}

function ofBinary(right: number, { falsePositive, falseNegative }: Cells, none: string) {
  return share(right, right + falsePositive + falseNegative, none);
}
