import type { Quantiles } from '../../../distribution/Distribution';
import { countsOf } from '../../../distribution/valueCounts';
import { parseSampleValue } from '../client/parseSampleValue';

/**
 * Quantiles that the monitored program computed itself, averaged over the window and its instances; null without a value.
 * Averages of quantiles are no quantiles of the whole: approximate by nature.
 */
export function summaryQuantiles(quantiles: ReadonlyMap<string, number>, observations: number): Quantiles | null {
  const total = Math.round(observations);
  const known = [...quantiles]
    .map(([quantile, value]) => ({ probability: parseSampleValue(quantile), value }))
    .filter(({ probability, value }) => probability >= 0 && probability <= 1 && !Number.isNaN(value))
    .sort((a, b) => a.probability - b.probability);
  if (!(total > 0) || known.length === 0) {
    return null;
  }
  let highest = -Infinity;
  const values = known.map(({ value }) => (highest = Math.max(highest, value)));
  return {
    kind: 'quantiles',
    counts: countsOf(total),
    probabilities: Float64Array.from(known, ({ probability }) => probability),
    values: Float64Array.from(values),
  };
}
