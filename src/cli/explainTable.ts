import type { ExplainResult } from '../evaluate/Result';
import { CAUSE_KIND_WORDS } from '../frames/causes/causeColumns';
import { causeRows } from '../frames/causes/causeRows';
import { describeReason } from '../verdict/describeReason';
import { percent } from '../verdict/figures';
import { alignColumns } from './alignColumns';
import { noticeLines } from './noticeLines';
import { printableLines } from './printable';
import { shortTime } from './shortTime';

/** A result of the kind `explain` for people: the answer, what explains most, and then in words. */
export function explainTable(result: ExplainResult): string {
  const rows = causeRows(result);
  const share = (one: number | null) => (one === null ? '-' : percent(one, 2));
  const lines = rows.map((row) => [
    row.cause,
    CAUSE_KIND_WORDS[row.cause_kind],
    share(row.explained),
    row.explained_low === null ? '-' : `${share(row.explained_low)} to ${share(row.explained_high)}`,
    row.since === null ? '-' : shortTime(row.since),
  ]);
  const { verdict, looked, summary } = result;
  const fields = looked.map(({ field, values }) => `${field} (${values})`).join(', ');
  return printableLines([
    summary,
    `${verdict.comparison.feature}: ${verdict.verdict}. ${describeReason(verdict)}`,
    '',
    ...(rows.length === 0
      ? []
      : [...alignColumns([['cause', 'kind', 'explains', '95% interval', 'since'], ...lines]), '']),
    ...rows.map((row) => `${row.cause}: ${row.reason} ${row.next_step}`),
    ...(fields === '' ? [] : ['', `Looked at the values of: ${fields}.`]),
    ...noticeLines(result.notices),
    '',
  ]);
}
