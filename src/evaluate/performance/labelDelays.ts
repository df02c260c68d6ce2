import type { DelayCounts } from '../../outcomes/DelayCounts';
import { delayCurve } from '../../statistics/performance/delay/delayCurve';
import type { LabelDelays } from '../Result';

/** More points are not seen. */
const MOST_POINTS = 120;

/** The delay curve for a panel, thinned; null where nothing tells when labels came. */
export function labelDelays(delays: DelayCounts | undefined, deadline: number | null): LabelDelays | null {
  const curve = delays && delayCurve(delays);
  if (!curve || curve.ages.length === 0) {
    return null;
  }
  const { ages, shares } = curve;
  const step = Math.ceil(ages.length / MOST_POINTS);
  const kept = Array.from(ages.keys()).filter((i) => i % step === 0 || i === ages.length - 1);
  return { ages: kept.map((i) => ages[i]), shares: kept.map((i) => shares[i]), deadline };
}
