import { formatCount, formatShare } from '../../shared/formatNumber';
import { PERFORMANCE_WORDS } from '../../shared/performanceWords';
import type { FormatTime } from '../../shared/timeWords';
import { formatInterval, formatMetric } from './formatMetric';
import type { Point } from './PerformanceBoard';

/** What a screen reader says of a window: `1 Jul – 15 Jul: 0.745, 95% interval 0.731 to 0.759, worse. 98% of 1,204 rows labeled.` */
export function describePoint({ row }: Point, when: string, formatTime: FormatTime): string {
  const interval = formatInterval(row.low, row.high);
  const value = [
    row.value === null ? 'no value' : formatMetric(row.value),
    ...(interval === '' ? [] : [`95% interval ${interval}`]),
    PERFORMANCE_WORDS[row.verdict].label,
  ].join(', ');
  const estimate = row.estimated === null ? [] : [`Estimate ${formatMetric(row.estimated)}.`];
  return [`${when}: ${value}.`, ...estimate, labelsInWords(row, formatTime)].join(' ');
}

/** `98% of 1,204 rows labeled, more until 15 Jul.` */
export function labelsInWords(
  { rows, share_labelled, mature_at }: Pick<Point['row'], 'rows' | 'share_labelled' | 'mature_at'>,
  formatTime: FormatTime
): string {
  const share =
    share_labelled === null ? 'No rows' : `${formatShare(share_labelled)} of ${formatCount(rows)} rows labeled`;
  return mature_at === null ? `${share}.` : `${share}; labels pending until ${formatTime(mature_at)}.`;
}
