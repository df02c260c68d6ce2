import type { ChangeSeries, TimedChange } from '../../evaluate/Result';
import { beforeAndNow, number } from '../../verdict/figures';

const DAY = 86_400_000;

/** A change in words, with what is in doubt of it. */
export function describeChange(change: TimedChange): string {
  const { kind, window, until, earliest, latest, before, after, size, gap, width } = change;
  const sizes = size === null ? '' : ` (${number(size)} standard deviations)`;
  const [was, is] = beforeAndNow(before, after);
  const moved = `from ${was} to ${is}${sizes}, ${chance(change.pValue)}`;
  if (kind === 'gradual') {
    const small = width === null ? ' The change is too small to tell how long it took: it may have been a step.' : '';
    return `Changed gradually between ${time(window.from)} and ${time(until)}, ${moved}.${small}`;
  }
  const sure =
    earliest === null || latest === null || earliest === latest
      ? ''
      : `; it began between ${time(earliest)} and ${time(latest)} (95% confidence)`;
  const missing =
    gap > 0
      ? ` The ${gap === 1 ? 'window' : `${gap} windows`} before it ${gap === 1 ? 'has' : 'have'} no value: it may have begun there, or the data may have changed with the gap.`
      : '';
  return `Changed at ${time(window.from)}, ${moved}${sure}.${missing}`;
}

/** What is said of a series without a change. */
export function describeNoChange({ values, undecided }: ChangeSeries): string {
  const present = values.filter((value) => value !== null).length;
  return undecided ?? `No change of its level in ${present} windows with a value.`;
}

export function describeRecurring({
  period,
  low,
  high,
}: {
  readonly period: string;
  readonly low: number;
  readonly high: number;
}): string {
  return `The same pattern recurs every ${period}, from ${number(low)} below to ${number(high)} above the level. Changes are told beside it; give it as "period" where it is expected.`;
}

function chance(pValue: number): string {
  return pValue < 1e-6 ? 'p < 0.000001' : `p = ${number(pValue, 2)}`;
}

/** In UTC: `2013-07-01`, or `2013-07-01 06:30`. */
function time(at: number): string {
  const text = new Date(at).toISOString();
  return at % DAY === 0 ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
}
