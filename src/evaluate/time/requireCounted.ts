import type { DriftQuery } from '../../query/driftQuery';
import { type Notice, warning } from '../../sources/Notice';
import type { RequestOptions } from '../../sources/Source';
import { SourceError } from '../../sources/SourceError';
import { absenceOfRows } from '../requireRows';
import type { OpenedInTime } from './openInTime';

/**
 * Throws a SourceError where the judged windows have not a single row. A rule is told by a notice instead, as its features
 * are undecided: an error would look like a store that is down. Too little history is no error: each verdict says so.
 */
export async function requireCounted(
  { format }: DriftQuery,
  { plans, places }: OpenedInTime,
  rows: number,
  options: RequestOptions
): Promise<Notice[]> {
  if (rows > 0) {
    return [];
  }
  const judged = plans.flatMap(({ windows, judged: own }) => own.map((index) => windows[index].range));
  const absence = await absenceOfRows(places.current, judged, options);
  if (format === 'alert') {
    return [warning(absence)];
  }
  throw new SourceError(`The current data is empty: ${absence}`, { status: 422, side: 'downstream' });
}
