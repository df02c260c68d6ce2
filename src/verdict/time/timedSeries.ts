import type { CountedSeries } from '../../statistics/time/CountedSeries';
import { type Effects, effectsOf } from '../../statistics/time/effects';
import { ksVariation } from '../../statistics/time/ksVariation';
import type { Stretch } from '../../statistics/time/naturalVariation';
import type { Scale } from '../../statistics/time/scales';
import type { Timeline } from '../../statistics/time/Timeline';
import type { TimedFeature } from './TimedFeature';

/** The values or the missing share of a feature, with what its verdicts are made of. */
export interface TimedSeries {
  readonly of: 'values' | 'missing';
  /** Index of the feature. */
  readonly index: number;
  readonly feature: TimedFeature;
  readonly series: CountedSeries;
  readonly effects: Effects;
  /** τ² of the KS distance at a scale, by the windows of a calibration. Stretches are compared by identity. */
  ksVariation(scale: number, stretches: readonly Stretch[]): number;
}

export function timedSeries(
  features: readonly TimedFeature[],
  timeline: Timeline,
  scales: readonly Scale[]
): TimedSeries[] {
  return features.flatMap((feature, index) =>
    (['values', 'missing'] as const).flatMap((of) => {
      const series = feature[of];
      return series === null || feature.refusal !== undefined
        ? []
        : [prepared({ of, index, feature, series }, timeline, scales)];
    })
  );
}

function prepared(
  named: Pick<TimedSeries, 'of' | 'index' | 'feature' | 'series'>,
  timeline: Timeline,
  scales: readonly Scale[]
): TimedSeries {
  const effects = effectsOf(named.series, timeline, scales);
  const variations = new Map<readonly Stretch[], Map<number, number>>();
  return {
    ...named,
    effects,
    ksVariation: (scale, stretches) => {
      const byScale = variations.get(stretches) ?? new Map<number, number>();
      variations.set(stretches, byScale);
      const found = byScale.get(scale) ?? ksVariation(effects.sums, scales[scale], effects.distance[scale], stretches);
      byScale.set(scale, found);
      return found;
    },
  };
}
