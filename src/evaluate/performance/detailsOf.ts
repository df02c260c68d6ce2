import { mergeOutcomes } from '../../outcomes/mergeOutcomes';
import { reliabilityCurve } from '../../outcomes/reliabilityCurve';
import { confusionFromScores } from '../../outcomes/confusionFromScores';
import type { TimeRange } from '../../query/time';
import type { MetricRoles } from '../../statistics/performance/MetricRoles';
import type { Segment } from '../cells';
import type { PerformanceDetails } from '../Result';
import type { Block } from './OutcomeWindows';

/** More classes make no readable matrix. */
const MOST_CLASSES = 20;

/** What a panel draws of one segment. */
export function detailsOf(
  segment: Segment,
  window: TimeRange | null,
  blocks: readonly Block[],
  roles: MetricRoles
): PerformanceDetails {
  const { scores, confusion: counted } = mergeOutcomes(blocks.map(({ outcomes }) => outcomes));
  const { positive, score, threshold } = roles;
  const table = score === undefined ? undefined : scores?.get(score);
  const cut =
    table === undefined || positive === undefined ? undefined : confusionFromScores(table, positive, threshold);
  // A bucket that holds the threshold leaves open which class its rows were predicted as.
  const confusion = counted ?? (cut !== undefined && 'classes' in cut ? cut : undefined);
  return {
    ...{ segment, window },
    ...(confusion !== undefined &&
      confusion.classes.length <= MOST_CLASSES && {
        confusion: { classes: confusion.classes, counts: confusion.counts.map((row) => [...row]) },
      }),
    ...(table !== undefined && positive !== undefined && { reliability: reliabilityCurve(table, positive) }),
  };
}
