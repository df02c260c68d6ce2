import type { ChangeResult } from '../evaluate/Result';
import { CHANGE_SHOWN } from '../frames/change/changeMappings';
import { changeRows } from '../frames/change/changeRows';
import { alignColumns } from './alignColumns';
import { listed } from './listed';
import { noticeLines } from './noticeLines';
import { printableLines } from './printable';
import { shortNumber } from './shortNumber';
import { shortTime } from './shortTime';

const MOST_REASONS = 25;

/** A result of the kind `change` for people: what changed first, then in words. */
export function changeTable(result: ChangeResult, segmentBy: readonly string[]): string {
  const rows = changeRows(result);
  const changes = rows.filter(({ kind }) => kind === 'abrupt' || kind === 'gradual');
  const header = ['series', ...segmentBy, 'change', 'at', 'until', 'before', 'after', 'size', 'p'];
  const lines = rows.map((row) => [
    [row.feature, row.figure].filter(Boolean).join(', '),
    ...segmentBy.map((name) => row.segment[name] ?? ''),
    row.detector ?? CHANGE_SHOWN[row.kind].text,
    changes.includes(row) || row.kind === 'online' ? shortTime(row.time) : '-',
    row.kind === 'gradual' ? shortTime(row.time_end) : '-',
    ...[row.before, row.after, row.size, row.p_value].map(shortNumber),
  ]);
  const told = rows.filter(({ kind }) => kind !== 'none' && kind !== 'online');
  const reasons = told.map(
    (row) => `${[row.feature, row.figure, ...Object.values(row.segment)].filter(Boolean).join(', ')}: ${row.reason}`
  );
  const { length } = result.series;
  return printableLines([
    `${changes.length} ${changes.length === 1 ? 'change' : 'changes'} in ${length} series of ${result.windows.length} windows.`,
    '',
    ...alignColumns([header, ...lines]),
    '',
    ...listed(reasons, MOST_REASONS),
    ...noticeLines(result.notices),
    '',
  ]);
}
