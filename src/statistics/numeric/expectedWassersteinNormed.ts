import { alignedHistograms } from '../../distribution/cdf/alignedHistograms';
import { cdfKnots } from '../../distribution/cdf/cdfKnots';
import type { Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { alignedPooledDeviation } from './alignedDistances';
import { baselineScale } from './baselineScale';
import { areaOfPooledKnotDeviation } from './knotAreas';
import { areaOfPooledDeviation } from './stepDistances';
import { whyNotMetric } from './wassersteinDistance';

/**
 * The normed Wasserstein distance that two samples of this size show without drift, on average:
 * ∫ sqrt(2H(1 − H)(1/n + 1/m)/π) dx / σ with H the pooled distribution function, since F(x) − G(x) is about normal with
 * variance H(1 − H)(1/n + 1/m) and the mean of a normal's magnitude is sqrt(2/π) of its deviation. Null where the
 * distance does not exist.
 */
export function expectedWassersteinNormed(baseline: Distribution, current: Distribution): number | null {
  if (whyNotMetric(baseline, current) !== null) {
    return null;
  }
  const scale = baselineScale(baseline);
  const n = numberOfValues(baseline);
  const m = numberOfValues(current);
  const area = pooledArea(baseline, current, n, m);
  if (scale === null || area === null) {
    return null;
  }
  const expected = (area * Math.sqrt((2 * (1 / n + 1 / m)) / Math.PI)) / scale.estimate;
  return Number.isFinite(expected) ? expected : null;
}

function pooledArea(baseline: Distribution, current: Distribution, n: number, m: number): number | null {
  if (baseline.kind === 'samples' && current.kind === 'samples') {
    return areaOfPooledDeviation(baseline.sorted, current.sorted);
  }
  const aligned = alignedHistograms(baseline, current);
  if (aligned !== null) {
    return alignedPooledDeviation(...aligned, n, m);
  }
  const f = cdfKnots(baseline);
  const g = cdfKnots(current);
  return f === null || g === null ? null : areaOfPooledKnotDeviation(f, g, n, m);
}
