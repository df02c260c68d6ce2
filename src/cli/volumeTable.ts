import type { VolumeResult } from '../evaluate/Result';
import { VOLUME_SHOWN } from '../frames/volume/volumeMappings';
import { volumeRows } from '../frames/volume/volumeRows';
import { alignColumns } from './alignColumns';
import { noticeLines } from './noticeLines';
import { shortNumber } from './shortNumber';
import { printableLines } from './printable';

const MOST_REASONS = 25;

/** A volume result for people: what is off first, then why. */
export function volumeTable(result: VolumeResult, segmentBy: readonly string[]): string {
  const rows = volumeRows(result);
  const off = rows.filter(({ severity }) => severity === 2).length;
  const header = [
    'from',
    'measure',
    ...segmentBy,
    'verdict',
    'value',
    'expected',
    'low',
    'high',
    'deviation',
    'z',
    'past',
  ];
  const lines = rows.map((row) => [
    shortTime(row.time),
    row.feature,
    ...segmentBy.map((name) => row.segment[name] ?? ''),
    VOLUME_SHOWN[row.verdict].text,
    ...[row.value, row.expected, row.low, row.high].map(shortNumber),
    row.deviation === null ? '-' : `${shortNumber(100 * row.deviation)}%`,
    shortNumber(row.z),
    String(row.n_baseline),
  ]);
  const told = rows.filter(({ severity }) => severity !== 0);
  const reasons = told
    .slice(0, MOST_REASONS)
    .map((row) => `${[row.feature, ...Object.values(row.segment), shortTime(row.time)].join(', ')}: ${row.reason}`);
  const more = told.length - reasons.length;
  return printableLines([
    `${off} of ${rows.length} out of range, compared with ${result.baseline.description}.`,
    '',
    ...alignColumns([header, ...lines]),
    '',
    ...reasons,
    ...(more > 0 ? [`… and ${more} more: use --format json to list all.`] : []),
    ...noticeLines(result.notices),
    '',
  ]);
}

function shortTime(time: number): string {
  return new Date(time).toISOString().slice(0, 16);
}
