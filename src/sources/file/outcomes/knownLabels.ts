import type { Notice } from '../../Notice';
import type { LabelFindings } from '../../OutcomesRequest';
import { type LabelAges, labelAges } from './labelAges';
import type { LabelCells, PredictionCells } from './LabelCells';

export interface KnownLabels {
  readonly ages: LabelAges | null;
  readonly findings: LabelFindings;
  readonly notices: readonly Notice[];
}

/** How the labels of a task are told and taken away. */
export interface LabelAccess {
  readonly isLabelled: (row: number) => boolean;
  readonly hide: (row: number) => void;
}

/**
 * Hides the labels that came after `asOf`, in milliseconds, where it is not null, and tells the ages of all. Without it one
 * looks at the latest time of all rows.
 */
export function knownLabels(
  { times, used }: Pick<PredictionCells, 'times' | 'used'>,
  { times: labelTimes, shown }: Pick<LabelCells, 'times' | 'shown'>,
  asOf: number | null,
  { isLabelled, hide }: LabelAccess
): KnownLabels {
  if (labelTimes === null) {
    return { ages: null, findings: {}, notices: [] };
  }
  for (let row = 0; asOf !== null && row < labelTimes.length; row++) {
    if (labelTimes[row] > asOf) {
      hide(row);
    }
  }
  const undated = asOf === null ? 0 : countRows(used, (row) => Number.isNaN(labelTimes[row]) && isLabelled(row));
  const notices = undated === 0 ? [] : [undatedNotice(undated, shown)];
  if (times === null) {
    return { ages: null, findings: {}, notices };
  }
  const early = countRows(used, (row) => labelTimes[row] < times[row] && isLabelled(row));
  const labelled = new Uint8Array(labelTimes.length);
  for (let row = 0; row < labelled.length; row++) {
    labelled[row] = Number(isLabelled(row));
  }
  const now = asOf ?? Math.max(latestOf(times), latestOf(labelTimes));
  return {
    ages: labelAges(times, labelTimes, labelled, now),
    findings: early === 0 ? {} : { beforePrediction: early },
    notices,
  };
}

export function countRows(used: Uint8Array, test: (row: number) => boolean): number {
  let count = 0;
  for (let row = 0; row < used.length; row++) {
    if (used[row] === 1 && test(row)) {
      count++;
    }
  }
  return count;
}

function undatedNotice(labels: number, shown: string): string {
  const many = labels.toLocaleString('en-US');
  return labels === 1
    ? `${shown}: 1 label has no time and counts as known from the start.`
    : `${shown}: ${many} labels have no time and count as known from the start.`;
}

function latestOf(times: Float64Array): number {
  let latest = -Infinity;
  for (let row = 0; row < times.length; row++) {
    if (times[row] > latest) {
      latest = times[row];
    }
  }
  return latest;
}
