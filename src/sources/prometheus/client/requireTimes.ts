import { SourceError } from '../../SourceError';
import type { Series } from './PrometheusAnswer';

/** Times come with milliseconds. */
const SLACK = 1;

/**
 * Throws a SourceError where a range query is answered for other times than were asked for, as by a cache that moves them
 * to multiples of the step: such values are of other windows, and leaving them out would look like no data.
 */
export function requireTimes(
  series: readonly Series[],
  { start, end, step }: { readonly start: number; readonly end: number; readonly step: number },
  place: string
): void {
  for (const { values = [], histograms = [] } of series) {
    for (const list of [values, histograms]) {
      for (let i = 0; i < list.length; i++) {
        const at = list[i][0] * 1000;
        const steps = Math.round((at - start) / step);
        if (Math.abs(start + steps * step - at) > SLACK || at < start - SLACK || at > end + SLACK) {
          throw new SourceError(
            `${place} answers for ${timeOf(at)}, which was not asked for: does a query front end align times to the step? Switch that off, or connect to the querier behind it.`,
            { status: 502, side: 'downstream' }
          );
        }
      }
    }
  }
}

function timeOf(at: number): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? `the time ${at}` : time.toISOString();
}
