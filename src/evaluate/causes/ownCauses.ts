import type { Categories, Distribution } from '../../distribution/Distribution';
import { scaleDistribution } from '../../distribution/scaleDistribution';
import type { ExplainQuery } from '../../query/explainQuery';
import { parseDuration } from '../../query/duration';
import { benjaminiHochberg } from '../../statistics/corrections/benjaminiHochberg';
import { frequencyTable } from '../../statistics/categorical/frequencyTable';
import { explainedShares } from '../../statistics/causes/explainedShares';
import { shareErrors } from '../../statistics/causes/shareErrors';
import { sliceCounts } from '../../statistics/causes/sliceCounts';
import { effectOf } from '../../statistics/causes/weighedEffect';
import { scaleFactor } from '../../statistics/quality/scaleFactor';
import { chiSquareUpperTail } from '../../statistics/special/chiSquareUpperTail';
import type { Cause } from '../../verdict/causes/Cause';
import type { BaselineSide } from '../baselineOf';
import type { WindowedVerdict } from '../Result';
import { onsetOf, type Target } from './driftOf';
import { FEWEST_ROWS, measureOf } from './sliceCauses';

const PLAIN = {
  field: null,
  value: null,
  explained: null,
  low: null,
  high: null,
  pAdjusted: null,
  rows: null,
  within: null,
};
/** A number of rows is another one where it is off by this much: as for volumes. */
const VOLUME_DEVIATION = 0.4;

/**
 * What the engine knows beside slices: another unit of all values, new and vanished categories of the feature itself, missing
 * values, another number of rows, and other features that began to drift within one window of it.
 */
export function ownCauses(
  target: Target,
  all: readonly WindowedVerdict[],
  query: Pick<ExplainQuery, 'decision' | 'minimumCount' | 'window'>,
  side: BaselineSide
): Cause[] {
  const { verdict } = target;
  return [
    ...ofCategories(target, query),
    ...ofUnit(target),
    ...ofMissing(target, query.decision),
    ...ofVolume(verdict, side),
    ...together(target, all, query.window),
  ];
}

/** Leaving out a category that is new, gone, or much more or less frequent. */
function ofCategories(
  { verdict, onset }: Target,
  { decision, minimumCount }: Pick<ExplainQuery, 'decision' | 'minimumCount'>
): Cause[] {
  const { baseline, current, feature } = verdict.comparison;
  const { measure, counted } = measureOf(verdict);
  if (baseline.kind !== 'categories' || current.kind !== 'categories' || counted.kind !== 'values') {
    return [];
  }
  const table = frequencyTable(baseline, current);
  if ('undefinedReason' in table) {
    return [];
  }
  const listed = (verdict.categories ?? []).filter(
    ({ category, baselineCount, currentCount }) =>
      table.categories.includes(category) &&
      Math.max(baselineCount, currentCount) >= Math.max(FEWEST_ROWS, minimumCount)
  );
  const names = listed.map(({ category }) => category);
  const counts = sliceCounts(
    slicesOf(baseline, table.categories, table.baseline, names),
    slicesOf(current, table.categories, table.current, names),
    counted
  );
  const shares = counts && explainedShares(measure, counts, { rows: decision.minimumSample });
  if (counts === null || shares === null) {
    return [];
  }
  const errors = shareErrors(measure, counts, decision.seed, feature);
  const told = listed.flatMap(({ category, baselineCount, currentCount }, at) => {
    const [share, error] = [shares.without[at], errors.without[at]];
    return share == null || error == null
      ? []
      : [{ category, share: share.share, error, rows: { baseline: baselineCount, current: currentCount } }];
  });
  const adjusted = benjaminiHochberg(
    told.map(({ share, error }) => (share <= 0 ? 1 : error === 0 ? 0 : chiSquareUpperTail((share / error) ** 2, 1)))
  );
  return told.flatMap(({ category, share, error, rows }, i): Cause[] => {
    const [low, high] = [Math.max(0, share - 1.96 * error), Math.min(1, share + 1.96 * error)];
    const pAdjusted = adjusted[i] ?? 1;
    return low > 0 && pAdjusted <= decision.alpha
      ? [
          {
            ...{ kind: 'slice', field: feature, value: category, explained: Math.min(1, share), low, high, pAdjusted },
            ...{ rows, within: null, ...onset, facts: {} },
          },
        ]
      : [];
  });
}

/** One slice for each name, and a last one of all other rows: the effect is of them too. */
function slicesOf(
  side: Categories,
  categories: ReadonlyArray<string | null>,
  sizes: Float64Array,
  names: readonly string[]
): Categories[] {
  const others = new Map<string, number>();
  let rest = 0;
  categories.forEach((name, at) => {
    if (name === null) {
      rest = sizes[at];
    } else if (!names.includes(name)) {
      others.set(name, sizes[at]);
    }
  });
  const own = names.map((name) => ({ byCategory: new Map([[name, sizes[categories.indexOf(name)]]]), rest: 0 }));
  return [...own, { byCategory: others, rest }].map((slice) => ({ ...side, ...slice }));
}

function ofUnit({ verdict, onset }: Target): Cause[] {
  const { baseline, current, feature, type } = verdict.comparison;
  const { measure, counted } = measureOf(verdict);
  const scale = type === 'numeric' && counted.kind === 'values' ? scaleFactor(baseline, current) : null;
  if (scale === null) {
    return [];
  }
  const converted = scaleDistribution(current, 1 / scale.factor);
  const effects = [current, converted].map((side) => side && excess(measure, baseline, side));
  const [before, after] = effects;
  const explained =
    before === null || after === null || !(before > 0) ? null : Math.min(1, Math.max(0, 1 - after / before));
  return [
    {
      ...PLAIN,
      ...{ kind: 'unit', field: feature, explained, ...onset, facts: { factor: scale.factor, name: scale.name } },
    },
  ];
}

function excess(
  measure: ReturnType<typeof measureOf>['measure'],
  baseline: Distribution,
  current: Distribution
): number | null {
  const counts = sliceCounts([baseline], [current], { kind: 'values' });
  const effect = counts && effectOf(measure, counts);
  return effect && effect.size - effect.expected;
}

function ofMissing({ verdict, onset }: Target, decision: ExplainQuery['decision']): Cause[] {
  const { baseline, current, feature } = verdict.comparison;
  const pValue = verdict.tests.find(({ test }) => test === 'missing_rate')?.pValue ?? null;
  const [before, after] = [baseline, current].map(({ counts }) =>
    counts.total === 0 ? 0 : (counts.missing + counts.nan) / counts.total
  );
  const isLarge = Math.abs(after - before) >= decision.thresholds.missingRate;
  return verdict.effect === 'missing_rate' || pValue === null || pValue > decision.alpha || !isLarge
    ? []
    : [{ ...PLAIN, kind: 'missing', field: feature, ...onset, pAdjusted: pValue, facts: { before, after } }];
}

/** Rows in as much time: of windows without a time nothing can be said. */
function ofVolume({ comparison, window, baselineWindow }: WindowedVerdict, { parts }: BaselineSide): Cause[] {
  const [n, m] = [comparison.baseline.counts.total, comparison.current.counts.total];
  if (window === null || baselineWindow === null || n === 0 || m === 0) {
    return [];
  }
  const length = ({ from, to }: { from: number; to: number }) => to - from;
  const before =
    parts === undefined
      ? length(baselineWindow)
      : (parts.of[0] ?? []).reduce((sum, part) => sum + length(parts.windows[part]), 0);
  const ratio = m / length(window) / (n / before);
  // Counts that vary by chance alone are no other number.
  const isSure = Math.abs(Math.log(ratio)) > 3 * Math.sqrt(1 / n + 1 / m);
  return Math.abs(ratio - 1) >= VOLUME_DEVIATION && isSure
    ? [
        {
          ...PLAIN,
          kind: 'volume',
          since: window.from,
          isOrEarlier: false,
          rows: { baseline: n, current: m },
          facts: { ratio },
        },
      ]
    : [];
}

/** Others that began to drift within one window of the feature; the gravest first. */
function together({ others, onset }: Target, all: readonly WindowedVerdict[], window: ExplainQuery['window']): Cause[] {
  const near = window === 'range' ? 0 : parseDuration(window);
  return others
    .filter(({ severity }) => (severity ?? 0) > 0)
    .map((verdict) => ({ verdict, own: onsetOf(verdict, all) }))
    .filter(({ own }) => Math.abs((own.since ?? 0) - (onset.since ?? 0)) <= near)
    .sort((a, b) => (b.verdict.severity ?? 0) - (a.verdict.severity ?? 0))
    .map(({ verdict, own }): Cause => {
      const { feature } = verdict.comparison;
      return {
        ...PLAIN,
        ...{ kind: 'co_drift', field: feature, pAdjusted: verdict.pAdjusted, ...own },
        facts: { verdict: verdict.verdict },
      };
    });
}
