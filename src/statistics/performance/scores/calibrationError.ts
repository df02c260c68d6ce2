import { boundedMetric } from '../metricValues';
import { calibrationBins, type BinGroup, type GroupEntry } from './calibrationBins';
import { oneAgainstRest } from './scoresOf';

/**
 * Σ n_b/n · |mean score − share of positives| over ten bins of equal width. `calibrationByChance` says how much of it chance
 * makes. From buckets that lie in a bin the mean of its scores is known to their sums; where a bucket reaches across bins its
 * rows may lie in any of them. Its interval is found from blocks of rows, elsewhere.
 */
export const calibrationError = oneAgainstRest((scores) => {
  const rows = scores.positive.rows + scores.negative.rows;
  let [low, high] = [0, 0];
  for (const group of calibrationBins(scores)) {
    const [from, to] = group.first === group.last ? gapOf(group.entries) : gapsAcross(group);
    low += from / rows;
    high += to / rows;
  }
  return boundedMetric([low, Math.min(1, high)], rows, null);
});

/** What |Σ score − positives| of entries in one bin lies between. */
function gapOf(entries: readonly GroupEntry[]): readonly [number, number] {
  let [from, to] = [0, 0];
  for (const { positives, sum } of entries) {
    from += sum[0] - positives;
    to += sum[1] - positives;
  }
  const inside = from <= 0 && to >= 0;
  return [inside ? 0 : Math.min(Math.abs(from), Math.abs(to)), Math.max(Math.abs(from), Math.abs(to))];
}

/**
 * The bins' gaps add up to at least the gap of all together; and a row in a bucket across bins adds at most its own
 * distance from its class.
 */
function gapsAcross({ entries }: BinGroup): readonly [number, number] {
  const inOne = entries.filter(({ firstBin, lastBin }) => firstBin === lastBin);
  const across = entries.filter(({ firstBin, lastBin }) => firstBin !== lastBin);
  const bins = [...new Set(inOne.map(({ firstBin }) => firstBin))];
  const single = bins.reduce((sum, bin) => sum + gapOf(inOne.filter(({ firstBin }) => firstBin === bin))[1], 0);
  const most = across.reduce(
    (sum, { from, to, positives, negatives }) => sum + positives * (1 - from) + negatives * to,
    0
  );
  return [gapOf(entries)[0], single + most];
}
