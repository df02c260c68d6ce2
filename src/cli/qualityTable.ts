import type { QualityResult } from '../evaluate/Result';
import { QUALITY_SHOWN } from '../frames/quality/qualityMappings';
import type { QualityRow } from '../frames/quality/QualityRow';
import { qualityRows } from '../frames/quality/qualityRows';
import { isRuleName } from '../verdict/quality/checkRule';
import { alignColumns } from './alignColumns';
import { noticeLines } from './noticeLines';
import { printableLines } from './printable';

const MOST_FINDINGS = 50;

/** Checks for people: the number of failed features, then each issue with its next step. */
export function qualityTable(result: QualityResult, segmentBy: readonly string[]): string {
  const rows = qualityRows(result, false);
  const findings = qualityRows(result, true).filter(isTold);
  const count = (wanted: 0 | 1 | 2 | null) => rows.filter(({ severity }) => severity === wanted).length;
  const timed = rows.some(({ time }) => time !== null);
  const lines = findings
    .slice(0, MOST_FINDINGS)
    .map((row) => [
      ...(timed ? [row.time === null ? '' : new Date(row.time).toISOString().slice(0, 16)] : []),
      row.feature,
      ...segmentBy.map((name) => row.segment[name] ?? ''),
      QUALITY_SHOWN[row.verdict]?.text ?? row.verdict,
      row.finding ?? '',
      `${row.reason} ${row.next_step}`.trim(),
    ]);
  const header = [...(timed ? ['from'] : []), 'feature', ...segmentBy, 'verdict', 'issue', 'reason and next step'];
  const more = findings.length - lines.length;
  return printableLines([
    `${count(2)} of ${rows.length} failed, ${count(1)} with a warning, ${count(0)} passed, ${count(null)} not checked, compared with ${result.baseline.description}.`,
    '',
    ...(lines.length === 0 ? [] : [...alignColumns([header, ...lines]), '']),
    ...(more > 0 ? [`… and ${more} more: use --format json to list all.`] : []),
    ...noticeLines(result.notices),
    '',
  ]);
}

/** What was found, and of rules also what could not be judged: there nothing else says so. */
function isTold({ finding, feature, reason }: QualityRow): boolean {
  return finding !== null || (isRuleName(feature) && reason !== NOTHING_FOUND);
}

const NOTHING_FOUND = 'Nothing found in rules.';
