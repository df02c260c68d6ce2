import type { PerformanceMetric } from '../../query/performanceMetric';
import { type DropContext, dropBetween, measured, type Measured } from './dropOf';
import type { DropTest } from './DropTest';
import { byInterval, type Compared } from './rowTest';
import type { SideMeasures } from './SideMeasures';

/** With fewer days the jackknife's spread of days is not trusted. */
export const FEWEST_DAYS = 14;

/** A drop with whole days as what varies: rows of a day hang together. Null with fewer than fourteen days on a side. */
export function dayTest({ metric, ofClass, baseline, current }: Compared, context: DropContext): DropTest | null {
  if (Math.min(baseline.days, current.days) < FEWEST_DAYS) {
    return null;
  }
  const [before, now] = [baseline, current].map((side) => byDays(side, metric, ofClass));
  return before && now && dropBetween(metric, before, now, context, 'jackknife_by_day');
}

function byDays(side: SideMeasures, metric: PerformanceMetric, ofClass: string | undefined): Measured | null {
  const jackknife = side.jackknife(metric, ofClass);
  if (jackknife === null) {
    return null;
  }
  const value = side.comparable(metric, ofClass);
  // Days that are all alike, as where every row is right, don't make it certain: then rows are what varies.
  const error = jackknife.standardError > 0 ? jackknife.standardError : (byInterval(value)?.standardError ?? 0);
  return measured(value, error, jackknife.degrees);
}
