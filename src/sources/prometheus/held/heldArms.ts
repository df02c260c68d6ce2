import { formatDuration } from '../../../query/duration';
import { by } from '../metric/MetricQuery';
import type { Arm } from '../promql/union';
import { onceOf } from '../promql/onceOf';
import { labelName } from '../promql/names';
import type { HeldSelector } from './HeldSelector';
import { LOOKBACK, lookingStep } from './lookingStep';

/** Windows in which the time for which a sample is seen is no small part. */
export const SHORT = 3_600_000;

/** What is learnt of the series of a selector in each window. Of the series together: */
export type Cover =
  /** Seconds from the window's start to the first sample of all. Absent where one is there at the start. */
  | 'early'
  /** Seconds from when a series was last seen, five minutes after its last sample, to the window's end. Absent where none was. */
  | 'late'
  /** Samples of the series that has most. */
  | 'scrapes'
  /** Series that differ from another one by a label of the servers that scrape them alone. */
  | 'doubled'
  /** Series of one instance that only the job tells from another one: two jobs scrape the same target. */
  | 'twins';
/** By segment, each absent where there is nothing of it: */
export type Doubt =
  /** Falls that `increase` takes for restarts. */
  | 'resets'
  /** Series whose increase is negative or NaN. */
  | 'broken'
  /** Series that are in the window and not there at its start. */
  | 'enters';
export type Fact = Cover | Doubt;

/**
 * Cheap expressions whose values at a window's end tell what it holds. `late` is there where series are seen at both ends
 * of the window; of the other windows `gapArms` tell where the samples begin and end.
 */
export function heldArms(
  selector: HeldSelector,
  segmentBy: readonly string[],
  replicaLabels: readonly string[]
): Arm[] {
  const { id, series, counter, replicas } = selector;
  const parts = partsOf(selector);
  const { length, shift, atEnd } = parts;
  const arm = (fact: Fact, expr: string): Arm => ({ id: `${id}:${fact}`, expr });
  const labels = replicaLabels.map(labelName).join(',');
  const cover = [
    arm('late', `${latenessAtEnd(selector)} + 0 * ${parts.throughStart}`),
    ...(selector.range < SHORT ? [scrapesArm(selector)] : []),
    ...(replicas === undefined
      ? [arm('doubled', `count(${atEnd}) - count(count without (${labels}) (${atEnd})) > 0`)]
      : []),
    ...(counter && ![...segmentBy, ...(replicas ?? [])].includes('job')
      ? [arm('twins', twinsOf(series, parts.shift))]
      : []),
  ];
  const segments = by(segmentBy);
  // The samples themselves: looks into the window, as a subquery takes them, cost the store ten times as much.
  const there = `present_over_time(${series}[${length}] offset ${parts.sooner})`;
  const doubts = [
    arm('resets', `sum${segments} (resets(${series}[${length}]${shift})) > 0`),
    arm('broken', `count${segments} ((increase(${series}[${length}]${shift}) >= bool 0) == 0)`),
    arm('enters', `count${segments} (${there} unless ${parts.justBefore})`),
  ];
  return counter ? [...cover, ...doubts] : cover;
}

/** How far scrapes are apart, by which gaps are told: in short windows of all, else of selectors that leave gaps. */
export function scrapesArm(selector: HeldSelector): Arm {
  const { length, shift } = partsOf(selector);
  return { id: `${selector.id}:scrapes`, expr: `max(count_over_time(${selector.series}[${length}]${shift}))` };
}

/** Where the samples of a window begin and end, by looks into it: for windows that lack `late`. */
export function gapArms(selector: HeldSelector): Arm[] {
  const { id, series, range, offset } = selector;
  const { looks, shift, throughStart } = partsOf(selector);
  // A time of `timestamp` in a subquery costs Prometheus 2 a search from the series' start for each look.
  const seen = `(0 * count(${series}) + time())[${looks}]${shift}`;
  const early = `min_over_time(${seen}) - time() + ${(range + offset) / 1000} > 0`;
  return [
    { id: `${id}:early`, expr: `(${early}) unless ${throughStart}` },
    { id: `${id}:late`, expr: `${latenessAtEnd(selector)} or (${endOf(selector)} - max_over_time(${seen}))` },
  ];
}

/** Service discovery writes these beside the job, for the service through which a target was found. */
const OF_DISCOVERY = ['service', 'endpoint', 'container'];

/** One instance, which is a host and its port, belongs to one process. */
function twinsOf(series: string, shift: string): string {
  const ofInstances = series.endsWith('}')
    ? series.replace(/,?\s*\}$/, (end, at: number) => `${series[at - 1] === '{' ? '' : ','}instance!=""}`)
    : `${series}{instance!=""}`;
  return `count(count without (job) (count without (${OF_DISCOVERY.join(',')}) (${ofInstances}${shift})) > 1)`;
}

/** Where a series is seen at the window's end. In short windows the newest sample counts, not how long it is seen. */
function latenessAtEnd(selector: HeldSelector): string {
  const { atEnd, recentAtEnd } = partsOf(selector);
  return selector.range < SHORT
    ? `(${endOf(selector)} - max(timestamp(${atEnd})))`
    : `0 * (count(${atEnd}) + ${recentAtEnd})`;
}

function endOf({ offset }: HeldSelector): string {
  return `time() - ${offset / 1000}`;
}

/** The smallest time there is between samples, in milliseconds. */
const INSTANT = 1;
/** Series are scraped no more rarely than that, so that those without a sample for so long were not there. */
const RARE = '20m';

/** How long counters are remembered that are not shown all the time. */
const REMEMBERED = '14d:5m';

/** What is asked once more of the few selectors with doubts: how much hangs on them. By segment. */
export type Amount =
  /** All that is counted. */
  | 'total'
  /** What restarts would have begun with where series fell to far more than a scrape's growth. */
  | 'falls'
  /** What series count that fall too often to be restarted so often. */
  | 'often'
  /** What series had counted before their first sample in the window, where their target was there at its start … */
  | 'entered'
  /** … and where it was not. */
  | 'unknown';

export function amountArms(selector: HeldSelector, segmentBy: readonly string[], isVictoria: boolean): Arm[] {
  const { id, series } = selector;
  const { length, shift } = partsOf(selector);
  const over = (name: string) => `${name}(${series}[${length}]${shift})`;
  const sum = `sum${by(segmentBy)}`;
  const arm = (amount: Amount, expr: string): Arm => ({ id: `${id}:${amount}`, expr });
  const entered = enteredOf(selector, isVictoria);
  return [
    arm('total', `${sum} (${over('increase')})`),
    arm(
      'falls',
      `${sum} (((${over('resets')} > 0) * ${over('min_over_time')}) and (${over('min_over_time')} > 3 * ${over('increase')} / ${over('count_over_time')}))`
    ),
    arm(
      'often',
      `${sum} (${over('increase')} and (${over('resets')} >= 5) and (${over('resets')} > 0.1 * ${over('count_over_time')}))`
    ),
    arm('entered', `${sum} (${entered.known})`),
    arm('unknown', `${sum} (${entered.unknown})`),
  ];
}

/**
 * What series of a window had counted before their first sample in it, since they were last seen or from 0: where their
 * target was scraped at the window's start, it was counted inside the window. VictoriaMetrics' `increase` begins with 0
 * where the first sample is small beside what follows: then it is no less than that sample, and nothing is missing.
 */
export function enteredOf(
  selector: HeldSelector,
  isVictoria: boolean
): { readonly known: string; readonly unknown: string } {
  const { series, offset, range, replicas } = selector;
  const { length, shift, before, sooner } = partsOf(selector);
  const once = (expr: string) => onceOf(expr, replicas);
  // A series that begins with the window belongs to it; one that begins with its end belongs to the next.
  const justBefore = `last_over_time(${series}[${RARE}] offset ${formatDuration(offset + range + INSTANT)})`;
  const first = `(min_over_time(${series}[${length}] offset ${sooner}) unless ${justBefore})`;
  const last = `last_over_time(${series}[${REMEMBERED}] offset ${formatDuration(offset + range + INSTANT)})`;
  const since = `(clamp_min(${first} - ${last}, 0) or ${first})`;
  const grown = isVictoria ? `(${since} > increase(${series}[${length}]${shift}))` : since;
  return {
    known: once(`${grown} and on (job,instance) ${justBefore}`),
    unknown: once(`${grown} unless on (job,instance) ${before}`),
  };
}

function partsOf({ series, range, offset }: HeldSelector) {
  const length = formatDuration(range);
  const step = lookingStep(range);
  const at = (before: number) => `(${series} offset ${formatDuration(before)})`;
  // VictoriaMetrics sees a sample for a step of the query, an hour or more.
  const recent = (shift: string) => `count(present_over_time(${series}[${formatDuration(LOOKBACK)}]${shift}))`;
  const shift = offset === 0 ? '' : ` offset ${formatDuration(offset)}`;
  const afterStart = offset + range - step;
  return {
    length,
    looks: `${length}:${formatDuration(step)}`,
    shift,
    sooner: formatDuration(offset + INSTANT),
    atEnd: `(${series}${shift})`,
    recentAtEnd: recent(shift),
    before: at(offset + range),
    justBefore: at(offset + range + INSTANT),
    // A sample is seen for minutes: one of before the window that is not followed by others does not begin it.
    throughStart: `(count${at(offset + range)} + count${at(afterStart)} + ${recent(` offset ${formatDuration(afterStart)}`)})`,
  };
}
