import { isLoss, type PerformanceMetric } from '../../../query/performanceMetric';
import { formatNumber } from '../../shared/formatNumber';

/** A metric with three decimals, so that values stand below one another: `0.800`; large and tiny ones as other numbers. */
export function formatMetric(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude >= 10 || (magnitude > 0 && magnitude < 0.001)) {
    return formatNumber(value);
  }
  return value.toFixed(3).replace('-', '−');
}

/** `0.731 to 0.759`; empty where an end is not known. */
export function formatInterval(low: number | null, high: number | null): string {
  return low === null || high === null ? '' : `${formatMetric(low)} to ${formatMetric(high)}`;
}

/** How a metric changed against its baseline, with its sign: `−0.067`, of losses `+12%`, of a bias in standard deviations. */
export function formatChange(metric: string, drop: number): string {
  if (metric === 'bias') {
    return `${Math.abs(drop).toFixed(2)} SD`;
  }
  if (isRelative(metric)) {
    return withSign(drop, `${Math.abs(100 * drop).toFixed(Math.abs(drop) < 0.1 ? 1 : 0)}%`);
  }
  return withSign(
    metric === 'calibration_error' || metric === 'prediction_bias' ? drop : -drop,
    formatMetric(Math.abs(drop))
  );
}

function withSign(change: number, magnitude: string): string {
  return /[1-9∞]/.test(magnitude) ? `${change < 0 ? '−' : '+'}${magnitude}` : magnitude;
}

/** Whether a drop is a share of the baseline: of losses, but for the calibration error, whose drop is a difference. */
export function isRelative(metric: string): boolean {
  return metric !== 'calibration_error' && isLoss(metric as PerformanceMetric);
}
