import type { ComparisonContext } from '../evaluate/Result';
import type { DriftRow } from '../frames/drift/DriftRow';
import { VERDICTS_SHOWN } from '../frames/drift/verdictMappings';
import { alignColumns } from './alignColumns';
import { noticeLines } from './noticeLines';
import { shortNumber } from './shortNumber';
import { shortTime } from './shortTime';
import { printableLines } from './printable';

const MOST_REASONS = 25;

/** A drift result for people: what drifted first, then why. */
export function driftTable(
  rows: readonly DriftRow[],
  { baseline, notices }: Pick<ComparisonContext, 'baseline' | 'notices'>,
  segmentBy: readonly string[]
): string {
  const deciding = rows.filter((row) => row.deciding);
  const drifted = deciding.filter(({ verdict }) => verdict === 'drift').length;
  const timed = rows.some(({ time }) => time !== null);
  const overTime = rows.some(({ score }) => score !== undefined);
  const header = [
    ...(timed ? ['from'] : []),
    'feature',
    ...segmentBy,
    ...['type', 'verdict', ...(overTime ? ['score', 'limit'] : ['test', 'statistic', 'p', 'adjusted p'])],
    ...['effect', overTime ? 'usual' : 'by chance', 'threshold'],
  ];
  const lines = rows.map((row) => [
    ...(timed ? [row.time === null ? '' : shortTime(row.time)] : []),
    row.feature,
    ...segmentBy.map((name) => row.segment[name] ?? ''),
    ...figures(row, overTime),
  ]);
  return printableLines([
    `${drifted} of ${deciding.length} drifted, compared with ${baseline.description}.`,
    '',
    ...alignColumns([header, ...lines]),
    '',
    ...reasons(deciding),
    ...noticeLines(notices),
    '',
  ]);
}

function reasons(rows: readonly DriftRow[]): string[] {
  const shown = rows.slice(0, MOST_REASONS).map((row) => {
    const when = row.time === null ? [] : [shortTime(row.time)];
    return `${[row.feature, ...Object.values(row.segment), ...when].join(', ')}: ${row.reason}`;
  });
  const more = rows.length - shown.length;
  return more > 0 ? [...shown, `… and ${more} more: use --format json to list all.`] : shown;
}

function figures(row: DriftRow, overTime: boolean): string[] {
  return [
    row.type,
    row.deciding ? VERDICTS_SHOWN[row.verdict].text : '',
    ...(overTime
      ? [shortNumber(row.score ?? null), shortNumber(row.score_limit ?? null)]
      : [row.test, shortNumber(row.statistic), shortNumber(row.p_value), shortNumber(row.p_adjusted)]),
    ...(row.deciding
      ? [`${shortNumber(row.effect_size)} ${row.effect}`, shortNumber(row.effect_expected), shortNumber(row.threshold)]
      : ['', '', '']),
  ];
}
