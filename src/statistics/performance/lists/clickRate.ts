import { studentQuantile } from '../../special/studentQuantile';
import { MISSED } from '../intervals/level';
import type { Metric, MetricInput } from '../MetricInput';
import { exactMetric, undefinedMetric } from '../metricValues';

/**
 * Positive rows among labelled ones. Where lists are known its interval is one between lists: the ratio Σc/Σn with the
 * variance Σ(c − r·n)²·L/(L − 1)/(Σn)² of L lists (W. Cochran 1977, 2.11); else it is found from blocks of rows, elsewhere.
 */
export const clickRate: Metric = (input) => {
  const { outcomes, roles } = input;
  if (outcomes.labelled === 0) {
    return undefinedMetric('no row has a label');
  }
  if (roles.positive === undefined) {
    return undefinedMetric('no class is named as positive: set "positive"');
  }
  const { lists } = outcomes;
  if (lists === undefined) {
    const counted = countPositives(input, roles.positive);
    return counted === null || counted.rows === 0
      ? undefinedMetric('no row has both a label and a prediction')
      : exactMetric(counted.positives / counted.rows, counted.rows, null);
  }
  if (lists.lists === 0) {
    return undefinedMetric(lists.open > 0 ? 'every list has rows without a label' : 'there are no lists');
  }
  const rate = lists.positives / lists.rows;
  const squares = lists.positiveSquares - 2 * rate * lists.products + rate * rate * lists.rowSquares;
  const n = lists.lists;
  const error = Math.sqrt((Math.max(0, squares) * n) / (n - 1)) / lists.rows;
  const half = n < 2 ? NaN : studentQuantile(MISSED, n - 1) * error;
  return exactMetric(rate, n, half > 0 ? [Math.max(0, rate - half), Math.min(1, rate + half)] : null);
};

function countPositives({ outcomes, roles }: MetricInput, positive: string) {
  const { confusion, scores } = outcomes;
  if (confusion !== undefined) {
    const sums = confusion.counts.map((row) => row.reduce((sum, count) => sum + count, 0));
    return { positives: sums[confusion.classes.indexOf(positive)] ?? 0, rows: sums.reduce((a, b) => a + b, 0) };
  }
  const table = roles.score === undefined ? undefined : scores?.get(roles.score);
  if (table === undefined) {
    return null;
  }
  let [positives, rows] = [0, 0];
  for (const [name, { counts }] of table.byClass) {
    const sum = counts.reduce((total, count) => total + count, 0);
    rows += sum;
    positives += name === positive ? sum : 0;
  }
  return { positives, rows };
}
