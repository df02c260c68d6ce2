import type { VolumeResult } from '../evaluate/Result';
import { VOLUME_SHOWN } from '../frames/volume/volumeMappings';
import { volumeRows } from '../frames/volume/volumeRows';
import { alignColumns } from './alignColumns';
import { listed } from './listed';
import { noticeLines } from './noticeLines';
import { shortNumber } from './shortNumber';
import { shortTime } from './shortTime';
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
  const reasons = told.map(
    (row) => `${[row.feature, ...Object.values(row.segment), shortTime(row.time)].join(', ')}: ${row.reason}`
  );
  return printableLines([
    `${off} of ${rows.length} out of range, compared with ${result.baseline.description}.`,
    '',
    ...alignColumns([header, ...lines]),
    '',
    ...listed(reasons, MOST_REASONS),
    ...noticeLines(result.notices),
    '',
  ]);
}
