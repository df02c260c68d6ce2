import { PRECISIONS_AT } from '../../../query/performanceMetric';
import { studentInterval } from '../intervals/studentInterval';
import type { Metric } from '../MetricInput';
import { exactMetric, undefinedMetric } from '../metricValues';

/**
 * Mean over lists of the positive rows among the first k, divided by k, with Student's t between lists. A list with fewer
 * than k rows can't reach 1 (as TREC counts). Rows that share the k-th score count with the share that fits.
 */
export function precisionAt(metric: keyof typeof PRECISIONS_AT): Metric {
  const k = PRECISIONS_AT[metric];
  return ({ outcomes, roles }) => {
    if (outcomes.labelled === 0) {
      return undefinedMetric('no row has a label');
    }
    const { lists } = outcomes;
    const sums = lists?.atK.get(k);
    if (lists === undefined || sums === undefined) {
      return undefinedMetric(
        roles.lists === true ? 'this source can’t rank the rows of a list' : 'there are no lists: set "list.field"'
      );
    }
    if (lists.lists === 0) {
      return undefinedMetric(lists.open > 0 ? 'every list has rows without a label' : 'there are no lists');
    }
    const mean = sums.sum / lists.lists;
    const squares = Math.max(0, sums.squares - lists.lists * mean * mean);
    const interval = studentInterval([mean, mean], squares, lists.lists);
    const isKnown = interval !== null && squares > 0;
    return exactMetric(mean, lists.lists, isKnown ? [Math.max(0, interval[0]), Math.min(1, interval[1])] : null);
  };
}
