import { beforeAndNow, number, percent } from './figures';
import type { FeatureVerdict, Reason } from './Verdict';

/** What changed, in a sentence: of a drift or a warning. */
export function whatChanged(verdict: FeatureVerdict): string {
  const { reason, effect, deciding, effectSize, overTime } = verdict;
  const { facts } = reason;
  if (overTime?.scale?.kind === 'jump') {
    return jumped(verdict, overTime.scale.length);
  }
  if (deciding === 'missing_rate') {
    const [before, now] = beforeAndNow(facts.missing_rate_baseline, facts.missing_rate_current, percent);
    return `Missing values went from ${before} to ${now}.`;
  }
  if (effect === 'category_share') {
    return singleCategory(facts);
  }
  if (effect === 'total_variation') {
    const [before, now] = beforeAndNow(facts.shift_share_baseline, facts.shift_share_current, percent);
    return `${percent(effectSize)} of values changed category, most in "${facts.shift_category}": ${before} → ${now}.`;
  }
  if (effect === 'value_share') {
    return singleValue(facts);
  }
  const size =
    effect === 'ks' ? `a KS distance of ${number(effectSize)}` : `a shift of ${number(effectSize)} standard deviations`;
  return `${location(facts)}, ${size}.`;
}

/** What changed since the windows just before, each compared with its own reference: no side is the baseline. */
function jumped({ reason: { facts }, effect, deciding, effectSize }: FeatureVerdict, windows: number): string {
  const since = windows === 1 ? 'the window before' : `the ${windows} windows before`;
  if (deciding === 'missing_rate') {
    return `The missing rate changed by ${number(Number(effectSize) * 100)} percentage points since ${since}, to ${percent(facts.missing_rate_current)}.`;
  }
  if (effect === 'category_share') {
    return `Since ${since}: ${singleCategory(facts)}`;
  }
  if (effect === 'total_variation') {
    return `${percent(effectSize)} of values changed category since ${since}.`;
  }
  return effect === 'ks'
    ? `A KS distance of ${number(effectSize)} since ${since}.`
    : `A shift of ${number(effectSize)} standard deviations since ${since}.`;
}

/**
 * The median, or the mean where the median stayed where it was. Hours and angles begin anew after their last value: a median
 * of them says nothing, so that the point is named where the shares below it differ most.
 */
function location(facts: Reason['facts']): string {
  if (facts.is_periodic === 1) {
    const [before, now] = beforeAndNow(facts.split_share_baseline, facts.split_share_current, percent);
    return typeof facts.split_at === 'number'
      ? `Values up to ${number(facts.split_at)}: ${before} → ${now} (compared along the scale, not around the circle)`
      : 'Compared along the scale, not around the circle';
  }
  const of = facts.measures === 'length' ? ' text length' : '';
  const { median_baseline, median_current, mean_baseline, mean_current } = facts;
  if (number(median_baseline) === number(median_current) && typeof mean_baseline === 'number') {
    const [before, now] = beforeAndNow(mean_baseline, mean_current);
    return `Mean${of} ${before} → ${now} (median ${number(median_current)})`;
  }
  const [before, now] = [
    facts.median_beyond_baseline ?? number(median_baseline),
    facts.median_beyond_current ?? number(median_current),
  ];
  return before === now ? `Median${of} ${now} unchanged` : `Median${of} ${before} → ${now}`;
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

function singleValue(facts: Reason['facts']): string {
  const what = `${facts.measures === 'length' ? 'The length' : 'The value'} ${exactNumber(facts.value)}`;
  const [before, now] = beforeAndNow(facts.value_share_baseline, facts.value_share_current, percent);
  if (facts.value_count_baseline === 0) {
    return `${what} is new: ${now} of the values (${count(facts.value_count_current)}).`;
  }
  if (facts.value_count_current === 0) {
    return `${what} vanished: it had ${before} of the values (${count(facts.value_count_baseline)}).`;
  }
  if (facts.value_moved !== 'others') {
    return `${what} went from ${before} to ${now} of the values.`;
  }
  const [othersBefore, othersNow] = beforeAndNow(
    1 - Number(facts.value_share_baseline),
    1 - Number(facts.value_share_current),
    percent
  );
  return `All values but ${exactNumber(facts.value)} went from ${othersBefore} to ${othersNow} of the values.`;
}

/** A number that stands in the data as it does there. */
function exactNumber(value: Reason['facts'][string]): string {
  return String(value);
}

function count(value: Reason['facts'][string]): string {
  return typeof value === 'number' ? Math.round(value).toLocaleString('en-US') : 'unknown';
}
