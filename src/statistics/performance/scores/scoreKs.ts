import { boundedMetric, undefinedMetric } from '../metricValues';
import { missingClass, oneAgainstRest } from './scoresOf';

/**
 * The largest distance of the distributions of positive and negative rows' scores. From buckets it is at least the largest at
 * their edges, and at most what it would be if the rows of one class came first in a bucket. Its interval is found from blocks.
 */
export const scoreKs = oneAgainstRest((scores) => {
  const { lower, upper, exact, positive, negative } = scores;
  const rows = Math.min(positive.rows, negative.rows);
  const missing = missingClass(scores);
  if (missing !== null) {
    return undefinedMetric(missing, rows);
  }
  let [ofPositive, ofNegative, low, high] = [0, 0, 0, 0];
  for (let i = 0; i < lower.length; i++) {
    const nextPositive = ofPositive + positive.counts[i];
    const nextNegative = ofNegative + negative.counts[i];
    low = Math.max(low, Math.abs(nextPositive / positive.rows - nextNegative / negative.rows));
    if (!exact && lower[i] !== upper[i]) {
      const positivesFirst = nextPositive / positive.rows - ofNegative / negative.rows;
      const negativesFirst = nextNegative / negative.rows - ofPositive / positive.rows;
      high = Math.max(high, positivesFirst, negativesFirst);
    }
    [ofPositive, ofNegative] = [nextPositive, nextNegative];
  }
  return boundedMetric([low, Math.min(1, Math.max(low, high))], rows, null);
});
