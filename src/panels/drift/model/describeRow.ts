import { effectGates, effectInWords } from '../../shared/effectWords';
import type { FormatTime } from '../../shared/timeWords';
import type { Subject } from '../../shared/Subject';
import { verdictWords } from '../../shared/verdictWords';
import type { MapRow } from './DriftMap';
import { figuresOf } from '../../shared/figuresOf';

/** `departure_hour drifting since 3 Jul: shift of 0.31 standard deviations (threshold 0.10, expected by chance 0.02)` */
export function describeRow(row: MapRow, formatTime: FormatTime): string {
  const { row: current, details } = row.summary.current;
  if (details.subject !== 'drift') {
    return `${rowName(row)}: ${describeStatus(row, formatTime)}. ${current.reason}`;
  }
  const figures = figuresOf(current);
  const shift = `${effectInWords(figures)} (${effectGates(figures)})`;
  const status = describeStatus(row, formatTime);
  const name = rowName(row);
  switch (current.verdict) {
    case 'drift':
    case 'warning':
    case 'no_drift':
      return `${name} ${status}: ${shift}`;
    default:
      return `${name}: ${status}. ${current.reason}`;
  }
}

/** `drifting since 3 Jul`, `drifted 3 Jul to 8 Jul`, `drifting in 2 of 5 segments`. */
const VERBS: Readonly<Record<Subject, { readonly past: string; readonly present: string }>> = {
  drift: { past: 'drifted', present: 'drifting' },
  quality: { past: 'failed', present: 'failed' },
  volume: { past: 'out of range', present: 'out of range' },
};

/** `drifting since 3 Jul`, `no drift now, drifted 3 Jul to 8 Jul`, `drifting in 2 of 5 segments` */
export function describeStatus({ summary, cells }: MapRow, formatTime: FormatTime): string {
  const { row, details } = summary.current;
  const words = verdictWords(details.subject);
  const verbs = VERBS[details.subject];
  if (summary.since === null && cells.length > 1 && summary.drifting > 0 && summary.past === null) {
    return `${verbs.present} in ${summary.drifting} of ${summary.judged} segments`;
  }
  const since =
    summary.since === null ? '' : ` since ${formatTime(summary.since)}${summary.sinceBeforeRange ? ' or before' : ''}`;
  const past =
    summary.past === null ? '' : `, ${verbs.past} ${formatTime(summary.past.from)} to ${formatTime(summary.past.to)}`;
  const { label } = words[row.verdict];
  switch (row.verdict) {
    case 'drift':
      return `${verbs.present}${since}`;
    case 'warning':
      return past === '' ? `${label}${since}` : `${label} now${past}`;
    case 'no_drift':
      return past === '' ? label : `${label} now${past}`;
    default:
      return `${label}${past}`;
  }
}

/** `B: distance, origin JFK`; without the query where the panel has but one. */
export function rowName({ query, feature, segment }: Pick<MapRow, 'query' | 'feature' | 'segment'>): string {
  const subject = query === '' ? feature : `${query}: ${feature}`;
  return [subject, ...Object.entries(segment).map(([name, value]) => `${name} ${value}`)].join(', ');
}
