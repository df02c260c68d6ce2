import type { ChangeTrack } from '../../../frames/change/readChangeSeries';
import { formatNumber } from '../../shared/formatNumber';
import type { FormatTime } from '../../shared/timeWords';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** `carrier, share of 9E, origin JFK`; with the query where the panel has several. */
export function trackName({ feature, figure, segment, query }: ChangeTrack, hasSeveral: boolean): string {
  const name = [feature, figure, ...Object.entries(segment).map(([key, value]) => `${key} ${value}`)]
    .filter((part) => part !== '')
    .join(', ');
  return hasSeveral && query !== '' ? `${query}: ${name}` : name;
}

/** `changed 4 Sep and 22 Dec`, `changed gradually 1 Jun to 20 Jun`, `no change`, `no verdict`; and a pattern that recurs. */
export function trackStatus({ meta }: ChangeTrack, formatTime: FormatTime): string {
  const { changes, period, remark } = meta;
  const steps = changes.filter(({ kind }) => kind === 'abrupt').map(({ time }) => formatTime(time));
  const ramps = changes
    .filter(({ kind }) => kind === 'gradual')
    .map(({ time, until }) => `${formatTime(time)} to ${formatTime(until)}`);
  const parts = [
    ...(steps.length > 0 ? [`changed ${listed(steps)}`] : []),
    ...(ramps.length > 0 ? [`changed gradually ${listed(ramps)}`] : []),
    ...(period === null ? [] : [`recurs every ${length(period)}`]),
  ];
  return parts.length > 0 ? parts.join('; ') : remark === '' ? 'no change' : 'no verdict';
}

/** Of all series in a sentence. */
export function describeTracks(tracks: readonly ChangeTrack[]): string {
  const changed = tracks.filter(({ meta }) => meta.changes.length > 0).length;
  const undecided = tracks.filter(
    ({ meta }) => meta.changes.length === 0 && meta.period === null && meta.remark !== ''
  ).length;
  const noun = tracks.length === 1 ? '1 series' : `${tracks.length} series`;
  return `${changed} of ${noun} changed${undecided > 0 ? `, ${undecided} without verdict` : ''}`;
}

/** What a screen reader and the tooltip say: every change with its reason, and what else is known. */
export function trackDetails({ meta, values }: ChangeTrack): string[] {
  const known = values.filter((value) => value !== null).length;
  return meta.changes.length === 0 && meta.remark === ''
    ? [`No change of its level in ${formatNumber(known)} windows with a value.`]
    : [...meta.changes.map(({ reason }) => reason), ...(meta.remark === '' ? [] : [meta.remark])];
}

/** Series that changed first, the newest change before the others; then by name. */
export function byNewestChange(a: ChangeTrack, b: ChangeTrack): number {
  const newest = ({ meta }: ChangeTrack) => Math.max(-Infinity, ...meta.changes.map(({ time }) => time));
  const [first, second] = [newest(a), newest(b)];
  return first === second ? a.key.localeCompare(b.key, 'en', { numeric: true }) : second > first ? 1 : -1;
}

function listed(parts: readonly string[]): string {
  const shown = parts.slice(-MOST_DATES);
  const earlier = parts.length - shown.length;
  const text = shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
  return earlier > 0 ? `${text} (and ${earlier} earlier)` : text;
}

const MOST_DATES = 3;

function length(milliseconds: number): string {
  return milliseconds % DAY === 0 ? `${milliseconds / DAY}d` : `${formatNumber(milliseconds / HOUR)}h`;
}
