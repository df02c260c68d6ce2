import { number, percent } from './figures';
import { againstPast, NO_REFERENCE, notCalibrated, usual } from './time/describeInTime';
import type { EffectName, FeatureVerdict, Reason } from './Verdict';
import { whatChanged } from './whatChanged';

/** Why a verdict is what it is, in one to three plain sentences with the numbers behind it. */
export function describeReason(verdict: FeatureVerdict): string {
  const { remark } = verdict.reason.facts;
  const own = isCompared(verdict) ? [whatWasNotCompared(verdict), whatWasRounded(verdict)] : [];
  return sentences(sentence(verdict), ...own, typeof remark === 'string' ? remark : '');
}

function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function sentence(verdict: FeatureVerdict): string {
  const { facts } = verdict.reason;
  switch (verdict.reason.code) {
    case 'drift':
    case 'warning':
      return sentences(whatChanged(verdict), againstChance(verdict, false), againstPast(verdict));
    case 'sure_but_small':
      return sentences('Significant but small change.', againstChance(verdict, true), againstPast(verdict));
    case 'usual':
      return usual(verdict);
    case 'not_calibrated':
      return notCalibrated(verdict);
    case 'no_reference':
      return NO_REFERENCE;
    case 'not_sure':
      return notSure(verdict);
    case 'not_detectable':
      return notDetectable(verdict);
    case 'hidden_by_buckets':
      return hiddenByBuckets(verdict);
    case 'minimum_sample':
      return `Not enough data: ${values(verdict)}; ${facts.minimum_sample} required on each side.`;
    case 'baseline_empty':
      return `The baseline has no values here, so there is nothing to compare with (${values(verdict)}).`;
    case 'current_empty':
      return `There are no current values (${values(verdict)}).`;
    case 'undefined':
      return `${facts.undefined_reason ?? 'None of the requested tests has a p-value: add one, or use auto.'}`;
  }
}

/** What the effect is held against; the effect itself where the sentence before has not named it. */
function againstChance(verdict: FeatureVerdict, namesEffect: boolean): string {
  const { effect, effectSize, effectExpected, threshold, pAdjusted, overTime } = verdict;
  const p = pAdjusted === null || overTime !== undefined ? '' : `, adjusted p ${pValue(pAdjusted)}`;
  if (effect === 'category_share' || effect === 'value_share') {
    return `That is a factor of ${number(effectSize)} (threshold ${number(threshold)}${p}).`;
  }
  const isNamed = !namesEffect && IS_NAMED_BEFORE[effect];
  // In the unit of the sentence before.
  const value = isNamed && effect === 'total_variation' ? percent : number;
  const parts = [
    ...(isNamed ? [] : [`${EFFECT_WORDS[effect]} ${number(effectSize)}`]),
    ...(effectExpected === null
      ? []
      : [`expected by chance${overTime === undefined ? '' : ' and natural variation'} ${value(effectExpected)}`]),
    `threshold ${value(threshold)}${p}`,
  ].join(', ');
  return `${parts.charAt(0).toUpperCase()}${parts.slice(1)}.`;
}

/** Whether the sentence about what changed gives the size of the effect, in its unit. */
const IS_NAMED_BEFORE: Readonly<Record<EffectName, boolean>> = {
  wasserstein_normed: true,
  ks: true,
  total_variation: true,
  missing_rate: false,
  category_share: false,
  value_share: false,
};

const EFFECT_WORDS: Readonly<Record<EffectName, string>> = {
  wasserstein_normed: 'Shift in standard deviations',
  ks: 'KS distance',
  total_variation: 'Total variation',
  missing_rate: 'Change of the missing rate',
  category_share: 'Factor',
  value_share: 'Factor',
};

/** What was not found, and what would have been: of the test and the kind of change that the power was computed for. */
function notSure(verdict: FeatureVerdict): string {
  const { facts } = verdict.reason;
  const what = facts.measures === 'length' ? 'No drift of text lengths detected' : 'No drift detected';
  const far =
    typeof facts.far_shift === 'number'
      ? ` The mean distance of ${number(facts.far_shift)} standard deviations comes from few far values and is not significant${verdict.pAdjusted === null ? '' : ` (adjusted p ${pValue(verdict.pAdjusted)})`}.`
      : '';
  return `${what}.${far} ${power(verdict)} (${values(verdict)}).`;
}

function power({ smallestDetectable, effect, deciding, reason: { facts } }: FeatureVerdict): string {
  const size = `${number(smallestDetectable)}${unit(effect)}`;
  return `${KIND_OF_CHANGE[effect]} of ${size} or more would be detected by ${deciding} with ${percentOf(facts.power)} power`;
}

/** The kind of change that the smallest detectable one was computed for. */
const KIND_OF_CHANGE: Readonly<Record<EffectName, string>> = {
  wasserstein_normed: 'A shift of all values (normally distributed)',
  ks: 'A KS distance',
  total_variation: 'A change of shares (total variation)',
  missing_rate: 'A change of the missing rate',
  category_share: 'A change of shares (total variation)',
  value_share: 'A shift of all values',
};

function notDetectable(verdict: FeatureVerdict): string {
  const { smallestDetectable, effect, reason } = verdict;
  const shown =
    smallestDetectable === null
      ? 'no shift would be detected reliably'
      : `smallest detectable ${effect === 'ks' ? 'KS distance' : 'shift'} ${number(smallestDetectable)}${unit(effect)} (by ${verdict.deciding} with ${percentOf(reason.facts.power)} power)`;
  return `Not enough data: ${values(verdict)}; ${shown}, ${number(reason.facts.detectable_required)} required.`;
}

function hiddenByBuckets({ verdict, reason: { facts } }: FeatureVerdict): string {
  const shift =
    facts.hidden === null
      ? 'a shift of any size'
      : facts.hidden_effect === 'ks'
        ? `a KS distance of up to ${number(facts.hidden)}`
        : `a shift of up to ${number(facts.hidden)}${unit(facts.hidden_effect === 'wasserstein_normed' ? 'wasserstein_normed' : 'ks')}`;
  const threshold = `(threshold ${number(facts.hidden_threshold)})`;
  return verdict === 'inconclusive'
    ? `Inconclusive: buckets could hide ${shift} ${threshold}.`
    : `No drift detected at the bucket bounds. Within the buckets, ${shift} could hide ${threshold}.`;
}

/** Whether the values of both sides were compared at all. */
function isCompared({ verdict }: FeatureVerdict): boolean {
  return verdict !== 'undefined' && verdict !== 'insufficient_data';
}

/** What a verdict does not speak of, although the feature might be thought to be known by it. */
function whatWasNotCompared({ reason: { facts } }: FeatureVerdict): string {
  if (facts.measures === 'length') {
    return 'Only text lengths were compared: the quality check "format" compares words, nothing compares meaning.';
  }
  return typeof facts.folded_share === 'number' && facts.folded_share > 0
    ? `Categories that hold ${percent(facts.folded_share)} of the values were compared as one group: changes among them don't show.`
    : '';
}

/** Which numbers were taken for frequent ones next to them. */
function whatWasRounded({ reason: { facts } }: FeatureVerdict): string {
  const { rounded_share_baseline: before, rounded_share_current: after, rounded_from: from, rounded_to: to } = facts;
  if (typeof before !== 'number' || typeof after !== 'number') {
    return '';
  }
  const example = typeof from === 'number' ? `, such as ${from} for ${to}` : '';
  return `Values that differ from a frequent one by rounding (at most ${number(facts.rounded_furthest)}) were counted as that value: ${percent(before)} of the baseline values, ${percent(after)} of the current ones${example}.`;
}

/** Below the smallest double a p-value is 0, which no p-value is. */
function pValue(p: number): string {
  return p === 0 ? 'below 1e-300' : number(p);
}

function percentOf(share: Reason['facts'][string]): string {
  return typeof share === 'number' ? `${number(100 * share)}%` : 'unknown';
}

function values({ reason: { facts } }: FeatureVerdict): string {
  return `${count(facts.n_baseline)} baseline, ${count(facts.n_current)} current values`;
}

function count(value: number | string | null | undefined): string {
  return typeof value === 'number' ? Math.round(value).toLocaleString('en-US') : 'unknown';
}

function unit(effect: EffectName): string {
  return effect === 'wasserstein_normed' ? ' standard deviations' : '';
}
