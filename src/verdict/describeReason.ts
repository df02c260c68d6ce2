import { beforeAndNow, number, percent } from './figures';
import type { EffectName, FeatureVerdict, Reason } from './Verdict';

/** Why a verdict is what it is, in one or two plain sentences with the numbers behind it. */
export function describeReason(verdict: FeatureVerdict): string {
  switch (verdict.reason.code) {
    case 'drift':
    case 'warning':
      return `${whatChanged(verdict)} ${againstChance(verdict)}`;
    case 'sure_but_small':
      return `A real but small change. ${againstChance(verdict)}`;
    case 'not_sure':
      return notSure(verdict);
    case 'not_detectable':
      return notDetectable(verdict);
    case 'hidden_by_buckets':
      return `No drift shows, but the buckets are coarse: a shift of up to ${number(verdict.reason.facts.hidden)}${unit(verdict.effect)} could hide inside them (threshold ${number(verdict.threshold)}).`;
    case 'minimum_sample':
      return `Too few values: ${values(verdict)}. At least ${verdict.reason.facts.minimum_sample} are needed on each side.`;
    case 'baseline_empty':
      return `The baseline has no values here, so there is nothing to compare with (${values(verdict)}).`;
    case 'current_empty':
      return `There are no current values (${values(verdict)}).`;
    case 'undefined':
      return `${verdict.reason.facts.undefined_reason ?? 'None of the requested tests has a p-value: add one, or use auto.'}`;
  }
}

function whatChanged({ reason: { facts }, effect, deciding, effectSize }: FeatureVerdict): string {
  if (deciding === 'missing_rate') {
    const [before, now] = beforeAndNow(facts.missing_rate_baseline, facts.missing_rate_current, percent);
    return `Missing values went from ${before} to ${now}.`;
  }
  if (effect === 'category_share') {
    return singleCategory(facts);
  }
  if (effect === 'total_variation') {
    const [before, now] = beforeAndNow(facts.shift_share_baseline, facts.shift_share_current, percent);
    return `${percent(effectSize)} of the share moved between categories, most in "${facts.shift_category}": ${before} before, ${now} now.`;
  }
  const subject = facts.measures === 'length' ? 'The length of the text' : 'The distribution';
  const size =
    effect === 'ks' ? `by a KS distance of ${number(effectSize)}` : `by ${number(effectSize)} standard deviations`;
  return `${subject} moved ${size}; ${location(facts)}.`;
}

/** The median, or the mean where the median stayed where it was. */
function location(facts: Reason['facts']): string {
  const { median_baseline, median_current, mean_baseline, mean_current } = facts;
  if (number(median_baseline) === number(median_current) && typeof mean_baseline === 'number') {
    const [before, now] = beforeAndNow(mean_baseline, mean_current);
    return `mean ${before} before, ${now} now (median ${number(median_current)})`;
  }
  return `median ${number(median_baseline)} before, ${number(median_current)} now`;
}

function singleCategory(facts: Reason['facts']): string {
  const name = `"${facts.category}"`;
  const [before, now] = beforeAndNow(facts.category_share_baseline, facts.category_share_current, percent);
  switch (facts.category_change) {
    case 'new':
      return `New category ${name}: ${now} of the values (${facts.category_count_current}).`;
    case 'vanished':
      return `Category ${name} vanished: it had ${before} of the values (${facts.category_count_baseline}).`;
    default:
      return `The share of category ${name} went from ${before} to ${now}.`;
  }
}

function againstChance({ effect, effectSize, effectExpected, threshold, pAdjusted }: FeatureVerdict): string {
  const p = pAdjusted === null ? '' : `, adjusted p ${pValue(pAdjusted)}`;
  if (effect === 'category_share') {
    return `That is a factor of ${number(effectSize)} (threshold ${number(threshold)}${p}).`;
  }
  const chance = effectExpected === null ? '' : `, by chance alone ${number(effectExpected)}`;
  return `${EFFECT_WORDS[effect]} ${number(effectSize)}${chance}, threshold ${number(threshold)}${p}.`;
}

const EFFECT_WORDS: Readonly<Record<EffectName, string>> = {
  wasserstein_normed: 'Shift in standard deviations',
  ks: 'KS distance',
  total_variation: 'Share moved',
  missing_rate: 'Change of the missing rate',
  category_share: 'Factor',
};

function notSure(verdict: FeatureVerdict): string {
  return `No drift found; a shift above ${number(verdict.smallestDetectable)}${unit(verdict.effect)} would very likely have shown (power ${verdict.reason.facts.power}, ${values(verdict)}).`;
}

function notDetectable(verdict: FeatureVerdict): string {
  const shown =
    verdict.smallestDetectable === null
      ? 'no shift at all'
      : `only a shift above ${number(verdict.smallestDetectable)}${unit(verdict.effect)}`;
  return `Too little data to decide: ${values(verdict)} would reliably show ${shown} (threshold ${number(verdict.threshold)}).`;
}

/** Below the smallest double a p-value is 0, which no p-value is. */
function pValue(p: number): string {
  return p === 0 ? 'below 1e-300' : number(p);
}

function values({ reason: { facts } }: FeatureVerdict): string {
  return `${count(facts.n_baseline)} values in the baseline, ${count(facts.n_current)} now`;
}

function count(value: number | string | null | undefined): string {
  return typeof value === 'number' ? Math.round(value).toLocaleString('en-US') : 'unknown';
}

function unit(effect: EffectName): string {
  return effect === 'wasserstein_normed' ? ' standard deviations' : '';
}
