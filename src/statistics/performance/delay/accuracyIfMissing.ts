import type { Outcomes } from '../../../outcomes/Outcomes';
import type { Range } from '../metricValues';

/** What accuracy lies between, whatever the labels that have not come: all of them wrong, or all right. Null without rows. */
export function accuracyIfMissing({ rows, labelled, confusion }: Outcomes): Range | null {
  if (rows === 0 || (labelled > 0 && !confusion)) {
    return null;
  }
  const right = confusion?.counts.reduce((sum, row, i) => sum + row[i], 0) ?? 0;
  const counted = confusion?.counts.reduce((sum, row) => row.reduce((all, count) => all + count, sum), 0) ?? 0;
  return [right / rows, (right + rows - counted) / rows];
}
