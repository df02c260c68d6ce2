import type { Histogram } from '../../../src/distribution/Distribution';
import { countsOf } from '../../../src/distribution/valueCounts';
import type { CountedStream } from './countStream';

/** The counts of some hours together. Where the edges lie is of no account to rank tests: they are numbered. */
export function histogramAt({ bins, counts }: CountedStream, hours: readonly number[]): Histogram {
  const pooled = Float64Array.from({ length: bins }, (_, bin) =>
    hours.reduce((sum, hour) => sum + counts[hour * bins + bin], 0)
  );
  const total = pooled.reduce((sum, count) => sum + count, 0);
  return {
    kind: 'histogram',
    counts: countsOf(total),
    edges: Float64Array.from({ length: bins + 1 }, (_, i) => i),
    bins: pooled,
    closed: 'right',
    guarantee: 'exact',
  };
}
