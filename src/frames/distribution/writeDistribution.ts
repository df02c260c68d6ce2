import type { FeatureDistributions, SharedBins, SharedCategories } from '../../evaluate/Result';
import { describeReason } from '../../verdict/describeReason';
import type { Frame, FrameField } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { seriesName } from '../seriesOf';
import type { DistributionMeta } from './DistributionMeta';
import { sideCounts } from './sideCounts';

const COUNT = { unit: 'locale', decimals: 0 };
const SHARE = { unit: 'percentunit' };

/** One frame for a feature in a segment: both distributions on shared bins or categories. */
export function writeDistribution(distributions: FeatureDistributions, meta: ResultMeta): Frame {
  const { shape } = distributions;
  const custom = distributionMeta(distributions, meta);
  return {
    name: seriesName(distributions),
    meta: { custom: { ...custom } },
    fields: shape.kind === 'bins' ? binFields(shape, custom) : categoryFields(shape, custom),
  };
}

function distributionMeta(
  { feature, type, segment, shape, verdict }: FeatureDistributions,
  meta: ResultMeta
): DistributionMeta {
  const deciding = verdict.tests.find(({ test }) => test === verdict.deciding);
  return {
    ...meta,
    kind: 'distribution',
    shape: shape.kind,
    feature,
    type,
    segment,
    window: verdict.window,
    baselineWindow: verdict.baselineWindow,
    baselineCounts: sideCounts(verdict.comparison.baseline),
    currentCounts: sideCounts(verdict.comparison.current),
    verdict: verdict.verdict,
    severity: verdict.severity,
    reason: describeReason(verdict),
    test: verdict.deciding,
    statistic: deciding?.statistic ?? null,
    pValue: deciding?.pValue ?? null,
    pAdjusted: verdict.pAdjusted,
    effect: verdict.effect,
    effectSize: verdict.effectSize,
    effectExpected: verdict.effectExpected,
    threshold: verdict.threshold,
    smallestDetectable: verdict.smallestDetectable,
    beyond: shape.kind === 'bins' ? shape.beyond : null,
    categories: verdict.categories ?? [],
  };
}

function binFields({ edges, baseline, current }: SharedBins, meta: DistributionMeta): FrameField[] {
  const low = Array.from(edges.subarray(0, -1));
  const high = Array.from(edges.subarray(1));
  const density = (counts: ArrayLike<number>, values: number) =>
    shares(counts, values).map((share, bin) => (high[bin] > low[bin] ? share / (high[bin] - low[bin]) : null));
  return [
    number('low', low, { description: 'Lower edge of the bin' }),
    number('high', high, { description: 'Upper edge of the bin' }),
    ...countFields(baseline, current, meta),
    number('baseline_density', density(baseline, meta.baselineCounts.values), {
      description: 'Share of the baseline per unit',
    }),
    number('current_density', density(current, meta.currentCounts.values), {
      description: 'Share of the current window per unit',
    }),
  ];
}

function categoryFields(
  { categories, baseline, current, lastIsRest }: SharedCategories,
  meta: DistributionMeta
): FrameField[] {
  return [
    { name: 'category', kind: 'string', values: [...categories], config: { description: 'Value of the feature' } },
    ...countFields(baseline, current, meta),
    {
      name: 'is_rest',
      kind: 'boolean',
      values: categories.map((_, index) => lastIsRest && index === categories.length - 1),
      config: { description: 'Whether the row represents all categories not listed' },
    },
  ];
}

function countFields(baseline: ArrayLike<number>, current: ArrayLike<number>, meta: DistributionMeta): FrameField[] {
  return [
    number('baseline', Array.from(baseline), { ...COUNT, description: 'Rows of the baseline' }),
    number('current', Array.from(current), { ...COUNT, description: 'Rows of the current window' }),
    number('baseline_share', shares(baseline, meta.baselineCounts.values), {
      ...SHARE,
      description: "Share of the baseline's values",
    }),
    number('current_share', shares(current, meta.currentCounts.values), {
      ...SHARE,
      description: "Share of the current window's values",
    }),
  ];
}

function shares(counts: ArrayLike<number>, values: number): number[] {
  return Array.from(counts, (count) => (values === 0 ? 0 : count / values));
}

function number(
  name: string,
  values: ReadonlyArray<number | null>,
  config: Readonly<Record<string, unknown>>
): FrameField {
  return { name, kind: 'number', values, config };
}
