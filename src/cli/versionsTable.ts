import type { VersionsResult } from '../evaluate/Result';
import { describeChange } from '../frames/versions/describeChange';
import { versionRows } from '../frames/versions/versionRows';
import { alignColumns } from './alignColumns';
import { noticeLines } from './noticeLines';
import { shortNumber } from './shortNumber';
import { shortTime } from './shortTime';
import { printableLines } from './printable';

/** A version result for people: what is active, then what changed. */
export function versionsTable(result: VersionsResult, segmentBy: readonly string[]): string {
  const header = ['version', ...segmentBy, 'status', 'share', 'calls', 'first seen', 'active since', 'last seen'];
  const lines = versionRows(result).map((row) => [
    row.version,
    ...segmentBy.map((name) => row.segment[name] ?? ''),
    row.status,
    row.share === null ? '-' : `${shortNumber(100 * row.share)}%`,
    String(row.calls),
    shortTime(row.first_seen),
    shortTime(row.active_since),
    shortTime(row.last_seen),
  ]);
  const changes = result.traces.flatMap(({ segment, changes: all }) =>
    all.map((change) => `${[...Object.values(segment), shortTime(change.time)].join(', ')}: ${describeChange(change)}`)
  );
  return printableLines([...alignColumns([header, ...lines]), '', ...changes, ...noticeLines(result.notices), '']);
}
