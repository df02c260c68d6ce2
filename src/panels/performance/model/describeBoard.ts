import { PERFORMANCE_WORDS } from '../../shared/performanceWords';
import type { FormatTime } from '../../shared/timeWords';
import { formatMetric } from './formatMetric';
import type { PerformanceBoard, Track } from './PerformanceBoard';

/** The whole panel in a sentence: `1 of 3 metrics worse: ROC AUC 0.812 → 0.745, since 1 Jul; labels pending until 3 Aug.` */
export function describeBoard({ tracks }: PerformanceBoard, formatTime: FormatTime): string {
  const deciding = tracks.some(({ isDeciding }) => isDeciding) ? tracks.filter(({ isDeciding }) => isDeciding) : tracks;
  const pending = pendingOf(tracks, formatTime);
  if (deciding.every(({ newest }) => newest.row.verdict === 'labels_pending')) {
    return `No verdict: ${pending}`;
  }
  return [verdictOf(deciding, formatTime), pending].filter(Boolean).join('; ');
}

function verdictOf(tracks: readonly Track[], formatTime: FormatTime): string {
  const of = (severity: number | null) => tracks.filter(({ newest }) => newest.row.severity === severity);
  const [worse, warned, undecided] = [of(2), of(1), of(null)];
  const metrics = tracks.length === 1 ? 'metric' : 'metrics';
  if (undecided.length === tracks.length) {
    const words = new Set(undecided.map(({ newest }) => PERFORMANCE_WORDS[newest.row.verdict].label));
    return `No verdict: ${[...words].join(', ')}`;
  }
  const counted = `${worse.length} of ${tracks.length} ${metrics} worse`;
  const rest = [
    ...(warned.length > 0 ? [`${warned.length} with a warning`] : []),
    ...(undecided.length > 0 ? [`${undecided.length} without verdict`] : []),
  ];
  const most = worse[0] ?? warned[0];
  const named = most === undefined ? '' : `: ${describeTrack(most, formatTime)}`;
  return `${[counted, ...rest].join(', ')}${named}`;
}

/** `ROC AUC 0.812 → 0.745, since 1 Jul` */
function describeTrack({ name, where, newest, since }: Track, formatTime: FormatTime): string {
  const { value, baseline, objective } = newest.row;
  const from = baseline === null ? '' : `${formatMetric(baseline)} → `;
  const missed = baseline === null && objective !== null ? ` (objective ${formatMetric(objective)})` : '';
  const figures = value === null ? '' : ` ${from}${formatMetric(value)}${missed}`;
  return `${[name, where].filter(Boolean).join(', ')}${figures}${since === null ? '' : `, since ${formatTime(since)}`}`;
}

/** When the labels of the newest window that lacks some are complete. */
function pendingOf(tracks: readonly Track[], formatTime: FormatTime): string {
  const pending = tracks.flatMap(({ points }) => points.flatMap(({ row }) => row.mature_at ?? []));
  return pending.length === 0 ? '' : `labels pending until ${formatTime(Math.max(...pending))}`;
}
