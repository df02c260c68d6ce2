import { shareUpTo } from '../../distribution/cdf/shareUpTo';
import type { Distribution, Samples } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { frequentValues, occurrencesOf } from '../../distribution/occurrences';
import { quantile } from '../../distribution/quantile';
import { isUsualMarker, likelySentinels } from '../../statistics/quality/likelySentinels';
import { withoutRounding } from '../../statistics/numeric/rounding/withoutRounding';
import { type JudgedValue, judgeValues } from '../effect/valueFindings';
import type { Checked, CheckOutcome, FeatureSides } from './Finding';
import { nextValues } from './nextValues';
import { pOfSlices } from './pOfSlices';
import { usualGrowth, usualShare } from './usualGrowth';

/** Values tested; more than decide on drift, since one among many usual ones is looked for. */
const MOST_VALUES = 500;
/** A value of fewer rows matters little. */
const LEAST_SHARE = 0.005;
/** How much of the baseline on each side of a value are its neighbors. */
const NEIGHBORS = 0.05;
const MOST_NAMED = 3;
/** So many others that grew at once show that rows share numbers in bursts: an hourly average, a batch. */
const BURST = 3;

/**
 * Single numbers: of rows those that surely hold at least twice their share of the baseline, more than their neighbors do
 * (a filler, a default), and those far outside of all others that look like markers of missing values.
 */
export function checkValues(sides: FeatureSides): CheckOutcome {
  const { type, current, baseline, identifier } = sides;
  if (type !== 'numeric' || identifier || current.kind === 'categories' || numberOfValues(current) === 0) {
    return { checked: [] };
  }
  const checked = sentinels(sides);
  const named = new Set(checked.map(({ facts }) => facts.value));
  // Buckets don't tell how often the values next to one occur, so that every value of a coarse scale would stand out.
  const isCompared = baseline?.kind === 'samples' && current.kind === 'samples' && numberOfValues(baseline) > 0;
  return {
    checked: [
      ...checked,
      ...(isCompared ? grownOf(sides, baseline, current).filter(({ facts }) => !named.has(facts.value)) : []),
    ],
  };
}

function sentinels({ current, baseline, minimumCount = 0 }: FeatureSides): Checked[] {
  return likelySentinels(current)
    .filter(({ value, count }) => count >= minimumCount && (isUsualMarker(value) || !isWithin(baseline, value)))
    .map(({ value, count, share }) => ({
      check: 'range',
      code: 'sentinel',
      pValue: null,
      notable: true,
      severity: 1,
      facts: { value, count, share, total: numberOfValues(current) },
    }));
}

/** Whether the baseline has values on both sides of a number: then a quiet day makes it look far away. */
function isWithin(baseline: Distribution | null, value: number): boolean {
  const below = baseline === null ? null : shareUpTo(baseline, value);
  return below !== null && below > 0 && below < 1;
}

/** Numbers that differ by rounding alone are one. */
function grownOf(sides: FeatureSides, baseline: Samples, current: Samples): Checked[] {
  const found = withoutRounding(baseline, current);
  return found?.baseline.kind === 'samples' && found.current.kind === 'samples'
    ? grown(sides, found.baseline, found.current)
    : grown(sides, baseline, current);
}

function grown({ past, slices = [], minimumCount = 0 }: FeatureSides, baseline: Samples, current: Samples): Checked[] {
  const judged = judgeValues(baseline, current, minimumCount, MOST_VALUES);
  const spikes = judged.filter((one) => one.currentCount >= minimumCount && isSpike(one, baseline, current));
  const usual = spikes.length === 0 ? null : usualGrowth(baseline, past, LEAST_SHARE);
  // Rows count where no past window had a number that grew as much, else only the hours that the value came in.
  const byRows = (one: JudgedValue) =>
    standsOut(one.value, current) &&
    isUnusual(one, past) &&
    !isBurst(one, baseline, current) &&
    (usual === null || one.currentShare - one.baselineShare > usual);
  const bySlices = slices.filter((slice) => slice.kind === 'samples');
  const checked = spikes.flatMap((one) => {
    const p = byRows(one) ? 0 : Math.min(1, judged.length * pOfSlices(one, bySlices, nextValues(one.value, current)));
    return p < 1 ? [checkedOf(one, true, p)] : [];
  });
  // One p-value stands for the others: Holm has counted them.
  return checked.length > 0 || judged.length === 0 ? checked.slice(0, MOST_NAMED) : [checkedOf(judged[0], false)];
}

function checkedOf(
  { value, baselineShare, currentShare, currentCount, pHolm }: JudgedValue,
  notable: boolean,
  least = 0
): Checked {
  const facts = { value, share: currentShare, share_baseline: baselineShare, count: currentCount };
  return { check: 'range', code: 'value_grown', pValue: Math.max(pHolm, least), notable, severity: 1, facts };
}

/** Whether a value's share at least doubled, and twice as much as that of the values around it: else the whole moved there. */
function isSpike({ value, baselineShare, currentShare, large }: JudgedValue, before: Samples, after: Samples): boolean {
  if (!large || currentShare < LEAST_SHARE || currentShare < 2 * baselineShare) {
    return false;
  }
  const place = shareUpTo(before, value) ?? 0;
  const low = quantile(before, Math.max(0, place - baselineShare - NEIGHBORS)) ?? -Infinity;
  const high = quantile(before, Math.min(1, place + NEIGHBORS)) ?? Infinity;
  const around = (side: Samples, own: number) =>
    Math.max(0, (shareUpTo(side, high) ?? 0) - (shareUpTo(side, low) ?? 0) - (value > low && value <= high ? own : 0));
  const neighbors = around(after, currentShare) / Math.max(around(before, baselineShare), 1 / numberOfValues(before));
  return currentShare >= 2 * Math.max(1, neighbors) * baselineShare;
}

/** Whether a value comes at least twice as often as each of those next to it. */
function standsOut(value: number, side: Samples): boolean {
  const counts = nextValues(value, side).map((other) => occurrencesOf(side, other).low);
  return occurrencesOf(side, value).low >= 2 * Math.max(0, ...counts);
}

/** Whether several other numbers became half as frequent at the same time. */
function isBurst({ value, currentCount }: JudgedValue, before: Samples, after: Samples): boolean {
  const shareOf = (side: Samples, other: number) => occurrencesOf(side, other).low / numberOfValues(side);
  const others = frequentValues(after, currentCount / 2).filter(
    (other) => other !== value && shareOf(after, other) >= 2 * shareOf(before, other)
  );
  return others.length >= BURST;
}

/** Whether no window of the baseline had so much of it, not even a bad one: some values come in bursts. */
function isUnusual({ value, currentShare }: JudgedValue, past: FeatureSides['past']): boolean {
  const usual = usualShare(past.map((window) => shareIn(window, value)));
  return usual === null || currentShare > usual;
}

function shareIn(window: Distribution, value: number): number | null {
  const total = numberOfValues(window);
  const { low, high } = occurrencesOf(window, value);
  return total > 0 && high < Infinity ? low / total : null;
}
