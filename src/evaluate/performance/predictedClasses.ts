import type { ConfusionCounts } from '../../outcomes/ConfusionCounts';
import { confusionFromScores } from '../../outcomes/confusionFromScores';
import type { Outcomes } from '../../outcomes/Outcomes';
import type { ScoreTable } from '../../outcomes/ScoreTable';
import type { MetricRoles } from '../../statistics/performance/MetricRoles';

/** What rows were predicted as, with a label and without. */
export interface PredictedClasses {
  readonly confusion?: ConfusionCounts;
  readonly unlabelled?: ReadonlyMap<string, number>;
}

/** From predictions, else from scores and the threshold; text says why they can't be told. */
export function predictedClasses(outcomes: Outcomes, roles: MetricRoles): PredictedClasses | string {
  if (roles.predicts) {
    return outcomes;
  }
  const { positive, score, threshold } = roles;
  const table = score === undefined ? undefined : outcomes.scores?.get(score);
  if (table === undefined || positive === undefined) {
    return 'there is no column of predicted classes, and no score of a positive class';
  }
  const confusion = confusionFromScores(table, positive, threshold);
  const open = unlabelledAs(table, positive, threshold);
  if ('cutFrom' in confusion || (open !== null && 'cutFrom' in open)) {
    return `the threshold ${threshold} lies inside a bucket of scores`;
  }
  const negative = confusion.classes.find((name) => name !== positive) ?? '';
  return { confusion, unlabelled: new Map(open?.rows.map((rows, i) => [i === 1 ? positive : negative, rows])) };
}

/** Rows without a label below the threshold, and from it on. */
function unlabelledAs({ lower, upper, unlabelled }: ScoreTable, positive: string, threshold: number) {
  if (unlabelled === undefined) {
    return null;
  }
  const made = confusionFromScores({ lower, upper, byClass: new Map([[positive, unlabelled]]) }, positive, threshold);
  if ('cutFrom' in made) {
    return made;
  }
  const own = made.counts[made.classes.indexOf(positive)];
  return {
    rows: made.classes
      .map((name, j) => [name === positive, own[j]] as const)
      .sort(byClass)
      .map(([, n]) => n),
  };
}

function byClass([a]: readonly [boolean, number], [b]: readonly [boolean, number]): number {
  return Number(a) - Number(b);
}
