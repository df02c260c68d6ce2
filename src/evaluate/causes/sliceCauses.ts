import type { ExplainQuery } from '../../query/explainQuery';
import { benjaminiHochberg } from '../../statistics/corrections/benjaminiHochberg';
import { explainedShares, type ExplainedShare } from '../../statistics/causes/explainedShares';
import { shareErrors } from '../../statistics/causes/shareErrors';
import { type Counted, sliceCounts } from '../../statistics/causes/sliceCounts';
import { type CauseMeasure, tellingMeasure } from '../../statistics/causes/weighedEffect';
import { scaleFactor } from '../../statistics/quality/scaleFactor';
import { chiSquareUpperTail } from '../../statistics/special/chiSquareUpperTail';
import type { Cause, LookedAt } from '../../verdict/causes/Cause';
import { percent } from '../../verdict/figures';
import type { FeatureVerdict } from '../../verdict/Verdict';
import type { WindowedVerdict } from '../Result';
import { someNames } from '../someNames';
import { VERSION_FIELD } from './candidateFields';
import type { Onset } from './driftOf';

/** Fewer rows tell nothing of a slice. */
export const FEWEST_ROWS = 30;
/** 95% of a normal distribution lie within so many standard deviations. */
const TWO_SIDED = 1.959963984540054;

export interface SliceCauses {
  readonly causes: readonly Cause[];
  readonly looked: readonly LookedAt[];
  /** Fields whose slices can't be added up. */
  readonly notSummed: readonly string[];
}

/** One slice, both sides, judged by itself. */
type SliceVerdict = FeatureVerdict;

interface Candidate extends Omit<Cause, 'pAdjusted'> {
  readonly pValue: number;
  /** Upper end of the interval without what buckets leave open. */
  readonly sampled: number;
}

/**
 * What leaving out each value of each field explains, and what the mix of each field does: those that are significant,
 * Benjamini–Hochberg over all of them, and whose interval excludes 0.
 */
export function sliceCauses(
  target: WindowedVerdict,
  within: readonly SliceVerdict[],
  { decision, minimumCount }: Pick<ExplainQuery, 'decision' | 'minimumCount'>,
  onset: Onset
): SliceCauses {
  const measured = measureOf(target);
  const byField = new Map<string, SliceVerdict[]>();
  for (const verdict of within) {
    const [field] = Object.keys(verdict.comparison.segment);
    byField.set(field, [...(byField.get(field) ?? []), verdict]);
  }
  const notSummed: string[] = [];
  const looked: LookedAt[] = [];
  const candidates: Candidate[] = [];
  const fewest = Math.max(FEWEST_ROWS, minimumCount);
  for (const [field, slices] of byField) {
    if (slices.length < 2) {
      continue;
    }
    const [baseline, current] = [
      slices.map(({ comparison }) => comparison.baseline),
      slices.map(({ comparison }) => comparison.current),
    ];
    const counts = sliceCounts(baseline, current, measured.counted);
    const measure = counts && tellingMeasure(measured.measure, counts);
    const shares = counts && measure && explainedShares(measure, counts, { rows: decision.minimumSample });
    if (counts === null || measure === null || shares === null) {
      notSummed.push(field);
      continue;
    }
    const errors = shareErrors(measure, counts, decision.seed, field);
    const rowsOf = (slice: number) => ({
      baseline: baseline[slice].counts.total,
      current: current[slice].counts.total,
    });
    const rows = sumOf(slices.map((_, slice) => rowsOf(slice)));
    const told = shares.without.map((share, slice) => intervalOf(share, errors.without[slice]));
    const mix = intervalOf(shares.mix, errors.mix);
    const own = told.flatMap((one, slice): Candidate[] => {
      const ownRows = rowsOf(slice);
      if (one === null || !isEnough(ownRows, rows, fewest)) {
        return [];
      }
      const value = slices[slice].comparison.segment[field];
      const unit = unitOf(slices[slice]);
      return [
        {
          ...{ kind: VERSION_FIELD.test(field) ? 'version' : unit === null ? 'slice' : 'unit', field, value },
          ...{ ...one, rows: ownRows, within: slices[slice], since: onset.since, isOrEarlier: onset.isOrEarlier },
          facts: unit ?? {},
        },
      ];
    });
    const ofMix = mix === null ? [] : [mixOf(field, mix, slices, minimumCount, onset)];
    candidates.push(...ofMix, ...own);
    const all = [...own, ...ofMix];
    looked.push({
      field,
      values: slices.length,
      high: all.length === 0 ? null : Math.max(...all.map(({ sampled }) => sampled)),
      hidden: Math.max(0, ...all.map(({ high, sampled }) => (high ?? 0) - sampled)),
    });
  }
  const adjusted = benjaminiHochberg(candidates.map(({ pValue }) => pValue));
  const causes = candidates.flatMap(({ pValue: _, sampled: _own, ...candidate }, i): Cause[] => {
    const pAdjusted = adjusted[i] ?? 1;
    const isSure = pAdjusted <= decision.alpha && (candidate.low ?? 0) > 0 && (candidate.explained ?? 0) > 0;
    return isSure ? [{ ...candidate, pAdjusted }] : [];
  });
  return { causes, looked, notSummed };
}

/** By which measure the effect is told that decided, and of what. */
export function measureOf({ effect, reason, categories = [], tests }: FeatureVerdict): {
  readonly measure: CauseMeasure;
  readonly counted: Counted;
} {
  switch (effect) {
    case 'wasserstein_normed':
    case 'ks':
    case 'total_variation':
      return { measure: effect, counted: { kind: 'values' } };
    case 'missing_rate':
      return { measure: 'total_variation', counted: { kind: 'missing' } };
    case 'category_share': {
      const category = reason.facts.category ?? categories[0]?.category ?? '';
      return { measure: 'total_variation', counted: { kind: 'category', category: String(category) } };
    }
    case 'value_share': {
      const named = reason.facts.value ?? tests.find(({ details }) => details?.value !== undefined)?.details?.value;
      return { measure: 'total_variation', counted: { kind: 'value', value: Number(named) } };
    }
  }
}

type Interval = Pick<Candidate, 'explained' | 'low' | 'high' | 'pValue' | 'sampled'>;

/** From 0 to 1; wider by what buckets leave open. Null where there is no share or no error of it. */
function intervalOf(found: ExplainedShare | null, error: number | null): Interval | null {
  if (found === null || error === null) {
    return null;
  }
  const z = error === 0 ? Infinity : found.share / error;
  return {
    explained: clamp(found.share),
    low: clamp(found.low - TWO_SIDED * error),
    high: clamp(found.high + TWO_SIDED * error),
    sampled: clamp(found.share + TWO_SIDED * error),
    pValue: found.share <= 0 ? 1 : z === Infinity ? 0 : chiSquareUpperTail(z * z, 1),
  };
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

interface Rows {
  readonly baseline: number;
  readonly current: number;
}

function sumOf(rows: readonly Rows[]): Rows {
  return {
    baseline: rows.reduce((sum, one) => sum + one.baseline, 0),
    current: rows.reduce((sum, one) => sum + one.current, 0),
  };
}

/** On both sides; on one, where its share there would have made as many on the other: it is new, gone, or grew from few. */
function isEnough({ baseline, current }: Rows, all: Rows, fewest: number): boolean {
  const [most, least] = [Math.max(baseline, current), Math.min(baseline, current)];
  const expected =
    baseline < current ? (current / all.current) * all.baseline : (baseline / all.baseline) * all.current;
  return least >= fewest || (most >= fewest && expected >= fewest);
}

/** The constant by which all values of a slice grew, where they did. */
function unitOf({ severity, comparison }: SliceVerdict): Cause['facts'] | null {
  if (comparison.type !== 'numeric' || !((severity ?? 0) > 0)) {
    return null;
  }
  const scale = scaleFactor(comparison.baseline, comparison.current);
  return scale === null ? null : { factor: scale.factor, name: scale.name };
}

const NAMED_SHARES = 3;

function mixOf(
  field: string,
  interval: Interval,
  slices: readonly SliceVerdict[],
  minimumCount: number,
  { since, isOrEarlier }: Onset
): Candidate {
  const rows = slices.map(({ comparison }) => ({
    value: comparison.segment[field],
    baseline: comparison.baseline.counts.total,
    current: comparison.current.counts.total,
  }));
  const all = sumOf(rows);
  const named = rows.filter(({ baseline, current }) => baseline + current >= minimumCount);
  const moved = named
    .map(({ value, baseline, current }) => ({ value, before: baseline / all.baseline, after: current / all.current }))
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  const lacking = named.filter(({ baseline, current }) => baseline === 0 || current === 0).map(({ value }) => value);
  return {
    ...{ kind: 'mix', field, value: null, ...interval, rows: null, within: null, since, isOrEarlier },
    facts: {
      shares: moved
        .slice(0, NAMED_SHARES)
        .map(({ value, before, after }) => `${value} ${percent(before, 2)} → ${percent(after, 2)}`)
        .join(', '),
      lacking: lacking.length === 0 ? null : someNames(lacking),
      lacking_count: lacking.length,
    },
  };
}
