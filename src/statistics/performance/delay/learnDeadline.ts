import { type DelayCurve, plateauOf } from './delayCurve';

/** Age at which labels count as complete, or why that can't be told. */
export interface LearntDeadline {
  /** In milliseconds. */
  readonly deadline: number | null;
  /** Share of predictions that ever get a label. */
  readonly plateau: number;
  readonly reason?: string;
}

/** Share of the plateau that counts as complete. */
const COMPLETE = 0.99;
/** Rows must have been watched this many times longer than the deadline, or the curve may still be rising. */
const WATCHED = 1.5;
const LEAST_ROWS = 100;
/** So many rows must be left at the end of that time: a few old ones say little. */
const LEAST_AT_RISK = 30;

/** The age at which the curve has reached 99% of its plateau. Takes labels that have all had time to come. */
export function learnDeadline(curve: DelayCurve | null): LearntDeadline {
  if (curve === null || curve.rows < LEAST_ROWS) {
    return { deadline: null, plateau: 0, reason: `fewer than ${LEAST_ROWS} predictions tell how late labels come` };
  }
  const plateau = plateauOf(curve);
  const place = curve.shares.findIndex((share) => share >= COMPLETE * plateau);
  if (place < 0 || plateau === 0) {
    return { deadline: null, plateau, reason: 'no label has come yet' };
  }
  const deadline = curve.ages[place];
  // A curve that ends at 1 has nobody left to watch.
  const isComplete = plateau > 1 - 1e-9;
  const isWatched = isComplete || watchedAt(curve, WATCHED * deadline);
  return isWatched
    ? { deadline, plateau }
    : { deadline: null, plateau, reason: 'labels are still coming in at the age of the oldest predictions' };
}

/** Whether enough rows without a label were watched to this age: seen at the last label at or after it, or by the oldest. */
function watchedAt({ ages, atRisk, oldest, rows, shares }: DelayCurve, age: number): boolean {
  if (oldest < age) {
    return false;
  }
  const next = ages.findIndex((known) => known >= age);
  const last = shares.length - 1;
  return next >= 0 ? atRisk[next] >= LEAST_AT_RISK : rows * (1 - shares[last]) >= LEAST_AT_RISK;
}
