import type { TimedFeature } from '../../verdict/time/TimedFeature';
import { countSeries } from '../time/countSeries';
import { attemptFor, historyBegins } from '../time/history';
import type { OpenedInTime } from '../time/openInTime';
import type { Attempt } from '../time/TimePlan';

/** A judged season with the seasons that its limits come from, counted. */
export interface CountedSeason {
  readonly features: readonly TimedFeature[];
  readonly attempt: Attempt;
  /** Indices of the windows to be judged, ascending: all of the season. */
  readonly judged: readonly number[];
}

/**
 * The judged seasons that are complete and have their whole history in the same place, so that seasons may change places;
 * none where the baseline is other data.
 */
export async function countedSeasons(opened: OpenedInTime, signal?: AbortSignal): Promise<CountedSeason[]> {
  const { plans, reader, features, refusals, wholeBaseline, countsRows } = opened;
  const counted: CountedSeason[] = [];
  for (const plan of plans) {
    signal?.throwIfAborted();
    const series = countSeries(plan, await reader.read(plan), { features, wholeBaseline, countsRows, refusals });
    const [first] = plan.judged;
    const attempt = attemptFor(plan, first, historyBegins(plan, series));
    if (attempt !== null && attempt.name !== 'daily' && attempt.needed > 0 && isComplete(attempt, plan.judged)) {
      counted.push({ features: series.map(({ timed }) => timed), attempt, judged: plan.judged });
    }
  }
  return counted;
}

/** Whether a judged season has as many windows as the one before it, but for the hour that a change of clocks takes. */
function isComplete({ places: { season } }: Attempt, judged: readonly number[]): boolean {
  const own = season[judged[0]];
  const before = season.reduce((count, one) => count + (one === own - 1 ? 1 : 0), 0);
  return before > 0 && judged.length >= before - 1;
}
