import { effectGates, effectInWords, effectValue } from '../../shared/effectWords';
import { VERDICT_WORDS } from '../../shared/verdictWords';
import type { MapRow } from './DriftMap';
import { figuresOf } from './figuresOf';

export type FormatTime = (milliseconds: number) => string;

/** `departure_hour drifted since 3 Jul: moved by 0.31 standard deviations (threshold 0.10, by chance 0.02)` */
export function describeRow(row: MapRow, formatTime: FormatTime): string {
  const { row: current } = row.summary.current;
  const figures = figuresOf(current);
  const moved = `${effectInWords(figures)} (${effectGates(figures)})`;
  const status = describeStatus(row, formatTime);
  const name = rowName(row);
  switch (current.verdict) {
    case 'drift':
    case 'warning':
    case 'no_drift':
      return `${name} ${status}: ${moved}`;
    default:
      return `${name}: ${status}. ${current.reason}`;
  }
}

/** `drifted since 3 Jul`, `no drift now, drifted 3 Jul to 8 Jul`, `drifts in 2 of 5 segments` */
export function describeStatus({ summary, cells }: MapRow, formatTime: FormatTime): string {
  const { verdict } = summary.current.row;
  if (summary.since === null && cells.length > 1 && summary.drifting > 0 && summary.past === null) {
    return `drifts in ${summary.drifting} of ${summary.judged} segments`;
  }
  const since =
    summary.since === null ? '' : ` since ${formatTime(summary.since)}${summary.sinceBeforeRange ? ' or before' : ''}`;
  const past =
    summary.past === null ? '' : `, drifted ${formatTime(summary.past.from)} to ${formatTime(summary.past.to)}`;
  switch (verdict) {
    case 'drift':
      return `drifted${since}`;
    case 'warning':
      return past === '' ? `warning${since}` : `warning now${past}`;
    case 'no_drift':
      return past === '' ? 'no drift' : `no drift now${past}`;
    default:
      return `${VERDICT_WORDS[verdict].label}${past}`;
  }
}

/** The effect for a narrow column: `0.31 SD`, or a dash where there is none. */
export function shortEffect({ summary }: MapRow): string {
  const { effect, effect_size: size } = summary.current.row;
  return size === null ? '–' : effectValue(effect, size);
}

export function rowName({ feature, segment }: Pick<MapRow, 'feature' | 'segment'>): string {
  return [feature, ...Object.entries(segment).map(([name, value]) => `${name} ${value}`)].join(', ');
}
