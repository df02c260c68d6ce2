import type { TestName } from '../../query/testNames';
import type { Stretch } from '../../statistics/time/naturalVariation';
import type { Scale } from '../../statistics/time/scales';
import type { TestResult } from '../../statistics/TestResult';
import type { Effect } from '../effect/Effect';
import type { Reason } from '../Verdict';
import type { MovedCategory } from './largestMove';
import type { UsualScores } from './OverTime';
import type { SeriesEvidence } from './seasonEvidence';
import type { TimeDecision } from './TimeDecision';
import { timedEffect } from './timedEffect';

/** Where one series stands in one window, before the feature's verdict. */
export interface SeriesStanding {
  readonly of: 'values' | 'missing';
  readonly score: number | null;
  readonly limit: number | null;
  readonly usual: UsualScores | null;
  readonly scale: Scale | null;
  /** Whether the score is above the limit, at a scale with the minimum sample. */
  readonly isSure: boolean;
  readonly p: number | null;
  readonly effect: Effect;
  readonly category?: MovedCategory;
  readonly result: TestResult;
  /** A lasting change of this size would be found, once it fills so many windows. */
  readonly smallestDetectable: { readonly size: number; readonly windows: number } | null;
  /** Why nothing can be said where it is not sure; null where it can. */
  readonly lack: Reason['code'] | null;
  /** Rows of the longest stretch that is looked at. */
  readonly rows: number;
  readonly replayed: number;
  readonly seasons: number;
}

/** A distance that is twice the natural variation's mean varies by about this: the power of 0.8 costs so much score. */
const FOR_POWER = 1.05;

export function standingOf(
  evidence: SeriesEvidence,
  window: number,
  stretches: readonly Stretch[],
  timeDecision: TimeDecision
): SeriesStanding {
  const { series, scores, limit, usual } = evidence;
  const { decision } = timeDecision;
  const { effects } = series;
  const found = scores.score[window];
  const score = Number.isNaN(found) ? null : found;
  const levels = levelsAt(evidence, window);
  const rows = Math.max(0, ...levels.map((level) => level.rows));
  const sure = limit === null ? [] : sureScales(evidence, window, limit, decision.minimumSample);
  const judged = sure.map((scale) => ({
    scale,
    ...timedEffect(
      series,
      { window, scale: scale.index, variation: scale.variation, isSure: true },
      stretches,
      decision.thresholds
    ),
  }));
  const best = judged.sort((a, b) => rank(b.effect) - rank(a.effect) || b.scale.score - a.scale.score).at(0);
  const shownIndex = best?.scale.index ?? Math.max(0, scores.scale[window]);
  const variation = scores.variation[shownIndex];
  const { effect, category } =
    best ??
    (score === null || variation === null
      ? { effect: unknownEffect(evidence, timeDecision) }
      : timedEffect(series, { window, scale: shownIndex, variation, isSure: false }, stretches, decision.thresholds));
  const smallestDetectable = limit === null ? null : detectable(levels, limit);
  const p = evidence.pOf(window);
  return {
    of: series.of,
    score: best?.scale.score ?? score,
    limit,
    usual,
    scale: score === null ? null : effects.scales[shownIndex],
    isSure: best !== undefined,
    p,
    effect,
    category,
    result: resultOf(evidence, effect, p),
    smallestDetectable,
    lack: lackOf(evidence, { window, score, rows, levels }, timeDecision),
    rows,
    replayed: scores.replayed,
    seasons: scores.seasons,
  };
}

function rank({ large, notable }: Effect): number {
  return large ? 2 : notable ? 1 : 0;
}

interface Level {
  readonly rows: number;
  readonly windows: number;
  /** e and √(e² + τ²) there. */
  readonly chance: number;
  readonly usual: number;
}

/** The levels that are known in this window. */
function levelsAt({ series, scores }: SeriesEvidence, window: number): Level[] {
  const { scales, distance, chance } = series.effects;
  return scales.flatMap(({ kind, length }, i) => {
    const variation = scores.variation[i];
    return kind !== 'level' || variation === null || Number.isNaN(distance[i][window])
      ? []
      : [
          {
            rows: series.effects.sums.rowsBetween(window + 1 - length, window + 1),
            windows: length,
            chance: chance[i][window],
            usual: Math.sqrt(chance[i][window] ** 2 + variation),
          },
        ];
  });
}

function sureScales({ series, scores }: SeriesEvidence, window: number, limit: number, minimum: number) {
  const { scales, distance, chance } = series.effects;
  return scales.flatMap(({ length }, index) => {
    const variation = scores.variation[index];
    const score =
      variation === null ? NaN : distance[index][window] / Math.sqrt(chance[index][window] ** 2 + variation);
    const isSure = score > limit && series.effects.sums.rowsBetween(window + 1 - length, window + 1) >= minimum;
    return isSure && variation !== null ? [{ index, score, variation }] : [];
  });
}

function detectable(levels: readonly Level[], limit: number): SeriesStanding['smallestDetectable'] {
  const sizes = levels.map(({ usual, windows }) => ({ size: usual * (limit + FOR_POWER), windows }));
  return sizes.reduce<SeriesStanding['smallestDetectable']>(
    (least, one) => (least === null || one.size < least.size ? one : least),
    null
  );
}

function lackOf(
  { series, limit }: SeriesEvidence,
  {
    window,
    score,
    rows,
    levels,
  }: Pick<SeriesStanding, 'score' | 'rows'> & { readonly window: number; readonly levels: readonly Level[] },
  { decision }: TimeDecision
): Reason['code'] | null {
  if (series.series.present[window] === 0) {
    return 'current_empty';
  }
  if (limit === null) {
    return 'not_calibrated';
  }
  if (score === null) {
    return 'no_reference';
  }
  if (rows < decision.minimumSample) {
    return 'minimum_sample';
  }
  // What natural variation hides, more rows would not show: that is no lack of data.
  const required = decision.detectable * thresholdOf(series.series.kind, decision.thresholds);
  return levels.some(({ chance }) => chance * (limit + FOR_POWER) <= required) ? null : 'not_detectable';
}

function thresholdOf(
  kind: SeriesEvidence['series']['series']['kind'],
  thresholds: TimeDecision['decision']['thresholds']
): number {
  return kind === 'values'
    ? thresholds.wassersteinNormed
    : kind === 'missing'
      ? thresholds.missingRate
      : thresholds.totalVariation;
}

const NAMES = { values: 'wasserstein_normed', categories: 'total_variation', missing: 'missing_rate' } as const;

function unknownEffect({ series }: SeriesEvidence, { decision }: TimeDecision): Effect {
  const { kind } = series.series;
  return {
    name: NAMES[kind],
    size: null,
    expected: null,
    threshold: thresholdOf(kind, decision.thresholds),
    large: false,
    notable: false,
    hidden: null,
    gates: [],
  };
}

function resultOf({ series, scores }: SeriesEvidence, { size, gates }: Effect, p: number | null): TestResult {
  const test: TestName = NAMES[series.series.kind];
  const measure = gates.find(({ effect }) => effect === test);
  return {
    test,
    statistic: measure?.size ?? size,
    statisticLow: measure?.low ?? null,
    statisticHigh: null,
    pValue: p,
    pValueLow: null,
    pValueHigh: null,
    method: p === null ? 'none' : `replayed windows (${scores.replayed})`,
    guarantee: series.feature.guarantee === 'exact' ? 'bounded' : 'approximate',
  };
}
