import type { PerformanceVerdict } from '../../verdict/performance/PerformanceVerdict';

/** How many thresholds the drop lies above the one that chance alone shows; 0 where it does not. From 1 on it matters. */
export function performanceScore({
  drop,
  dropExpected,
  threshold,
}: Pick<PerformanceVerdict, 'drop' | 'dropExpected' | 'threshold'>): number | null {
  return drop === null ? null : Math.max(0, (drop - (dropExpected ?? 0)) / threshold);
}
