import type { Outcomes } from '../../../outcomes/Outcomes';
import type { ScoreTable } from '../../../outcomes/ScoreTable';
import type { MetricRoles } from '../MetricRoles';
import { rowsOf } from './calibrationBuckets';

/** Share of rows that a threshold may place otherwise than the predictions do: rounded scores. */
const TOLERATED = 0.002;

/**
 * Why a score of the threshold or more does not stand for a prediction of the positive class, by how often each was counted;
 * null where it does, or where nothing was predicted but the score.
 */
export function whyThresholdIsNotThePrediction(
  { confusion, unlabelled }: Outcomes,
  table: ScoreTable,
  { predicts, positive, threshold }: MetricRoles
): string | null {
  if (!predicts || positive === undefined) {
    return null;
  }
  const column = confusion?.classes.indexOf(positive) ?? -1;
  const labelled = confusion?.counts.reduce((sum, row) => sum + (row[column] ?? 0), 0) ?? 0;
  const predicted = labelled + (unlabelled?.get(positive) ?? 0);
  const rows = rowsOf(table, true);
  const total = rows.reduce((sum, count) => sum + count, 0);
  const above = rows.reduce((sum, count, i) => sum + (table.lower[i] >= threshold ? count : 0), 0);
  return Math.abs(above - predicted) <= Math.max(1, TOLERATED * total)
    ? null
    : `${Math.round(predicted)} rows were predicted as ${positive}, but ${Math.round(above)} have a score of ${threshold} or more: set "threshold"`;
}
