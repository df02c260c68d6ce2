import type { Decision } from '../../query/decision';
import type { CountedSeries } from '../../statistics/time/CountedSeries';
import { ksByChance } from '../../statistics/time/ksVariation';
import type { Stretch } from '../../statistics/time/naturalVariation';
import { certainDistance, type Compared, largestDifference, stretchAt } from '../../statistics/time/stretchAt';
import { categoryShareEffect } from '../effect/categoryShareEffect';
import { type Effect, effectAgainst, eitherEffect } from '../effect/Effect';
import { largestMove, type MovedCategory } from './largestMove';
import type { TimedSeries } from './timedSeries';

export interface TimedEffect {
  readonly effect: Effect;
  /** The category that the effect speaks of. */
  readonly category?: MovedCategory;
}

/**
 * How large a change is at one scale of a window, less √(e² + τ²): what chance and natural variation show of the same
 * measure. Of buckets only what is certain counts.
 *
 * @param variation τ² of the distance at the scale
 * @param isSure whether the effect may decide: else only the first measure is taken, as that is all that is shown
 * @param stretches the windows of the calibration
 */
export function timedEffect(
  timed: TimedSeries,
  at: { readonly window: number; readonly scale: number; readonly variation: number; readonly isSure: boolean },
  stretches: readonly Stretch[],
  thresholds: Decision['thresholds']
): TimedEffect {
  const { effects, series, feature } = timed;
  const distance = effects.distance[at.scale][at.window];
  const usual = Math.sqrt(effects.chance[at.scale][at.window] ** 2 + at.variation);
  if (series.kind === 'missing') {
    return { effect: effectAgainst('missing_rate', known(distance), usual, thresholds.missingRate) };
  }
  const compared = stretchAt(timed.effects.sums, effects.scales[at.scale], at.window);
  if (series.kind === 'categories' || feature.bins?.kind !== 'edges') {
    return ofCategories(
      timed,
      compared,
      stretches,
      effectAgainst('total_variation', known(distance), usual, thresholds.totalVariation)
    );
  }
  const certain = certainDistance(compared, feature.bins.scale.bins);
  const shift = effectAgainst(
    'wasserstein_normed',
    { statistic: distance, statisticLow: Math.min(certain, distance), statisticHigh: distance },
    usual,
    thresholds.wassersteinNormed
  );
  if (!at.isSure) {
    return { effect: shift };
  }
  const usualKs = Math.sqrt(ksByChance(compared.variance) ** 2 + timed.ksVariation(at.scale, stretches));
  return {
    effect: eitherEffect(shift, effectAgainst('ks', known(largestDifference(compared)), usualKs, thresholds.ks)),
  };
}

/** One category that makes nearly all of the change may be large by its own share: a rare one that doubled. */
function ofCategories(
  { feature: { bins }, series }: TimedSeries,
  compared: Compared,
  stretches: readonly Stretch[],
  effect: Effect
): TimedEffect {
  const names = bins?.kind === 'categories' ? bins.categories : [];
  const category = effect.large ? null : largestMove(compared, names, (at) => pastShare(series, at, stretches));
  if (category === null) {
    return { effect };
  }
  const factor = Math.max(
    category.currentShare / category.baselineShare,
    category.baselineShare / category.currentShare
  );
  const share = categoryShareEffect(
    { ...category, large: factor >= 2, notable: factor >= 1.5 },
    compared.referenceRows,
    compared.rows
  );
  return share.large || (share.notable && !effect.notable) ? { effect: share, category } : { effect };
}

function pastShare({ bins, counts, present }: CountedSeries, bin: number, stretches: readonly Stretch[]): number {
  let [rows, total] = [0, 0];
  for (const [start, end] of stretches) {
    for (let window = start; window < end; window++) {
      for (let i = 0; present[window] === 1 && i < bins; i++) {
        total += counts[window * bins + i];
        rows += i === bin ? counts[window * bins + i] : 0;
      }
    }
  }
  return total === 0 ? 0 : rows / total;
}

function known(value: number) {
  return { statistic: value, statisticLow: value, statisticHigh: value };
}
