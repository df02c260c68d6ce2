import type { Categories, Distribution } from '../distribution/Distribution';
import { shareUpTo } from '../distribution/cdf/shareUpTo';
import { momentsOf } from '../distribution/moments';
import { quantile } from '../distribution/quantile';
import type { Decision } from '../query/decision';
import { frequencyTable } from '../statistics/categorical/frequencyTable';
import type { Candidate } from './Candidate';
import { number } from './figures';
import { isPeriodic } from './isPeriodic';
import type { Comparison, Reason } from './Verdict';
import { numberOfValues } from '../distribution/numberOfValues';

/** The numbers and names that the sentence about a verdict needs. */
export function reasonFacts(
  comparison: Comparison,
  candidate: Candidate,
  decision: Decision,
  code: Reason['code']
): Reason['facts'] {
  const { baseline, current, type } = comparison;
  const facts: Record<string, number | string | null> = {
    missing_rate_baseline: shareMissing(baseline),
    missing_rate_current: shareMissing(current),
    n_baseline: numberOfValues(baseline),
    n_current: numberOfValues(current),
    minimum_sample: decision.minimumSample,
    power: decision.power,
    ...hiddenFacts(candidate),
    ...roundingFacts(comparison),
    far_shift: candidate.farShift ?? null,
    detectable_required: decision.detectable * candidate.effect.threshold,
    undefined_reason: candidate.result.undefinedReason ?? null,
    measures: type === 'text' ? 'length' : 'value',
    folded_share: foldedShare(baseline, current),
  };
  if (candidate.category !== undefined) {
    Object.assign(facts, categoryFacts(candidate.category));
  }
  if (candidate.value !== undefined) {
    Object.assign(facts, valueFacts(candidate.value));
  }
  return code === 'drift' || code === 'warning' ? Object.assign(facts, whatMoved(comparison, candidate)) : facts;
}

function hiddenFacts({ effect: { hidden, gates } }: Candidate): Reason['facts'] {
  return hidden === null
    ? {}
    : {
        hidden: finite(hidden.upTo),
        hidden_effect: hidden.effect,
        hidden_threshold: gates.find(({ effect }) => effect === hidden.effect)?.threshold ?? null,
      };
}

/** Numbers that too few rows have are not named. */
function roundingFacts({ rounding, minimumCount = 0 }: Comparison): Reason['facts'] {
  return rounding === undefined
    ? {}
    : {
        rounded_share_baseline: rounding.baselineShare,
        rounded_share_current: rounding.currentShare,
        rounded_furthest: rounding.furthest,
        ...(rounding.example.count >= minimumCount && {
          rounded_from: rounding.example.from,
          rounded_to: rounding.example.to,
        }),
      };
}

function valueFacts(value: NonNullable<Candidate['value']>): Reason['facts'] {
  return {
    value: value.value,
    value_moved: value.moved,
    value_share_baseline: value.baselineShare,
    value_share_current: value.currentShare,
    value_count_baseline: value.baselineCount,
    value_count_current: value.currentCount,
  };
}

/** Share of all values whose categories not both sides count: tested together, as one. */
function foldedShare(baseline: Distribution, current: Distribution): number | null {
  const table = frequencyTable(baseline, current);
  if ('undefinedReason' in table || table.restColumn < 0) {
    return null;
  }
  const folded = table.baseline[table.restColumn] + table.current[table.restColumn];
  return folded / (table.baselineTotal + table.currentTotal);
}

/** Only where something moved: finding the medians of histograms takes as long as all the rest. */
function whatMoved(comparison: Comparison, { result }: Candidate): Reason['facts'] {
  const { baseline, current } = comparison;
  if (baseline.kind === 'categories' && current.kind === 'categories') {
    return largestShift(baseline, current);
  }
  if (isPeriodic(comparison)) {
    const at = result.details?.location;
    const split = typeof at === 'number' ? at : null;
    return {
      is_periodic: 1,
      split_at: split,
      split_share_baseline: split === null ? null : shareUpTo(baseline, split),
      split_share_current: split === null ? null : shareUpTo(current, split),
    };
  }
  return {
    median_baseline: median(baseline),
    median_current: median(current),
    median_beyond_baseline: medianBeyond(baseline),
    median_beyond_current: medianBeyond(current),
    mean_baseline: mean(baseline),
    mean_current: mean(current),
  };
}

function categoryFacts(category: NonNullable<Candidate['category']>): Reason['facts'] {
  return {
    category: category.category,
    category_change: category.change,
    category_share_baseline: category.baselineShare,
    category_share_current: category.currentShare,
    category_count_baseline: category.baselineCount,
    category_count_current: category.currentCount,
  };
}

/** The category whose share changed most. */
function largestShift(baseline: Categories, current: Categories): Reason['facts'] {
  const [n, m] = [numberOfValues(baseline), numberOfValues(current)];
  if (n === 0 || m === 0) {
    return {};
  }
  let most: { category: string; before: number; after: number } | undefined;
  for (const category of new Set([...baseline.byCategory.keys(), ...current.byCategory.keys()])) {
    const before = (baseline.byCategory.get(category) ?? 0) / n;
    const after = (current.byCategory.get(category) ?? 0) / m;
    if (!most || Math.abs(after - before) > Math.abs(most.after - most.before)) {
      most = { category, before, after };
    }
  }
  return most
    ? { shift_category: most.category, shift_share_baseline: most.before, shift_share_current: most.after }
    : {};
}

function median(distribution: Distribution): number | null {
  const value = numberOfValues(distribution) === 0 ? null : quantile(distribution, 0.5);
  return value === null ? null : finite(value);
}

/** In words, where the median lies beyond the outermost bound: how far is not known. */
function medianBeyond(distribution: Distribution): string | null {
  const value = numberOfValues(distribution) === 0 ? null : quantile(distribution, 0.5);
  const bounds = distribution.kind === 'histogram' ? distribution.edges.filter(Number.isFinite) : [];
  if (value === null || Number.isFinite(value) || bounds.length === 0) {
    return null;
  }
  return value > 0 ? `above ${number(bounds[bounds.length - 1])}` : `below ${number(bounds[0])}`;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function mean(distribution: Distribution): number | null {
  return distribution.kind === 'samples' ? (momentsOf(distribution.sorted)?.mean ?? null) : null;
}

function shareMissing({ counts }: Distribution): number | null {
  return counts.total === 0 ? null : (counts.missing + counts.nan) / counts.total;
}
