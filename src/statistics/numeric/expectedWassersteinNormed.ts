import { cdfKnots } from '../../distribution/cdf/cdfKnots';
import type { Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { type AlignedMeasures, alignedMeasures } from './alignedMeasures';
import { baselineScale } from './baselineScale';
import { areaOfPooledKnotDeviation } from './knotAreas';
import { stepAreas } from './stepDistances';
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
  const { n, m, pooledDeviation: area } = pooledArea(baseline, current);
  if (scale === null || area === null) {
    return null;
  }
  const expected = (area * Math.sqrt((2 * (1 / n + 1 / m)) / Math.PI)) / scale.estimate;
  return Number.isFinite(expected) ? expected : null;
}

type PooledArea = Pick<AlignedMeasures, 'n' | 'm' | 'pooledDeviation'>;

function pooledArea(baseline: Distribution, current: Distribution): PooledArea {
  return alignedMeasures(baseline, current) ?? otherwise(baseline, current);
}

function otherwise(baseline: Distribution, current: Distribution): PooledArea {
  const n = numberOfValues(baseline);
  const m = numberOfValues(current);
  if (baseline.kind === 'samples' && current.kind === 'samples') {
    return { n, m, pooledDeviation: stepAreas(baseline.sorted, current.sorted).pooledDeviation };
  }
  const f = cdfKnots(baseline);
  const g = cdfKnots(current);
  return { n, m, pooledDeviation: f === null || g === null ? null : areaOfPooledKnotDeviation(f, g, n, m) };
}
