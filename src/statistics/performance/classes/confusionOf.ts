import type { ConfusionCounts } from '../../../outcomes/ConfusionCounts';
import { confusionFromScores } from '../../../outcomes/confusionFromScores';
import type { MetricInput } from '../MetricInput';

/** The confusion matrix, or why there is none: from predictions, else from scores and the threshold. */
export function confusionOf({ outcomes, roles }: MetricInput): ConfusionCounts | string {
  if (outcomes.labelled === 0) {
    return 'no row has a label';
  }
  if (roles.predicts) {
    return outcomes.confusion ?? 'no row has both a label and a predicted class';
  }
  const table = roles.score === undefined ? undefined : outcomes.scores?.get(roles.score);
  if (table === undefined || roles.positive === undefined) {
    return 'there is no column of predicted classes, and no score of a positive class';
  }
  const made = confusionFromScores(table, roles.positive, roles.threshold);
  if ('cutFrom' in made) {
    return `the threshold ${roles.threshold} lies inside the bucket of scores from ${made.cutFrom} to ${made.cutTo}`;
  }
  return made;
}
