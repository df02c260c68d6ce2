import { parseDuration } from '../../query/duration';
import { timeLimits } from '../../query/expectation';
import type { QualityQuery } from '../../query/qualityQuery';
import type { Rule } from '../../query/rule/rule';
import type { FeatureSpec } from '../../query/selection';
import type { TimeRange } from '../../query/time';
import type { RuleSet } from '../../sources/Rules';
import type { RequestOptions } from '../../sources/Source';
import type { Place } from '../settleFeatures';
import { readRules } from './readRules';

/** Columns of times of which something is expected, with what became of their rows. */
export interface TimeColumns {
  readonly features: readonly FeatureSpec[];
  /** By `limitsRule`, `presentRule`, `freshRule` and `aheadRule`. */
  readonly set: RuleSet;
  /** Where the age of values is told: the end of each window, or now, in milliseconds. */
  readonly ends: readonly number[];
  readonly now: number;
}

/** How the rules are called by which a column of times is counted: no rule of a query can be. */
export function limitsRule(feature: string): string {
  return `\0limits ${feature}`;
}

export function presentRule(feature: string): string {
  return `\0present ${feature}`;
}

/** Kept by values that are no older than allowed at the end of the window, and not in the future. */
export function freshRule(feature: string, window: number): string {
  return `\0fresh ${window} ${feature}`;
}

/** Kept by values that are not in the future. */
export function aheadRule(feature: string): string {
  return `\0ahead ${feature}`;
}

/** Windows of each of which the newest value is told: the last ones. */
export const MOST_AGES = 100;
/** Milliseconds by which clocks may differ. */
const CLOCKS = 60_000;

const OF_TIMES = ['range', 'missing', 'type', 'arrival'];

/** Limits of times are rules of one column: a date is one where it is compared with a column of times. */
export async function readTimeLimits(
  { checks, segmentBy }: Pick<QualityQuery, 'checks' | 'segmentBy'>,
  features: readonly FeatureSpec[],
  place: Place,
  windows: ReadonlyArray<TimeRange | null>,
  { now, ...options }: RequestOptions & { readonly now: number }
): Promise<TimeColumns> {
  const ends = windows.map((window) => (window === null ? now : Math.max(window.from, Math.min(window.to, now))));
  if (features.length === 0 || checks?.some((check) => OF_TIMES.includes(check)) === false) {
    return { features: [], set: { cells: [], refused: new Map(), notices: [] }, ends, now };
  }
  const rules = features.flatMap((feature) => [...rulesOf(feature), ...agesOf(feature, ends, now)]);
  return { features, set: await readRules({ rules, segmentBy }, place, windows, options), ends, now };
}

function rulesOf({ name, expect = {} }: FeatureSpec): Rule[] {
  const column = quoted(name);
  const { min, max } = timeLimits(expect);
  const limits = [
    ...(min === undefined ? [] : [`${column} >= "${min}"`]),
    ...(max === undefined ? [] : [`${column} <= "${max}"`]),
  ];
  // Any time keeps it: what does not is none.
  const anyTime = `${column} < "2000-01-01" or ${column} >= "2000-01-01"`;
  return [
    { name: limitsRule(name), expr: limits.join(' and ') || anyTime },
    { name: presentRule(name), expr: `${column} is not null` },
  ];
}

function agesOf({ name, expect = {} }: FeatureSpec, ends: readonly number[], now: number): Rule[] {
  const { maxAge } = expect;
  if (maxAge === undefined) {
    return [];
  }
  const column = quoted(name);
  const inTime = `${column} <= "${iso(now + CLOCKS)}"`;
  const first = Math.max(0, ends.length - MOST_AGES);
  return [
    { name: aheadRule(name), expr: inTime },
    ...ends.slice(first).map((end, at) => ({
      name: freshRule(name, first + at),
      expr: `${column} >= "${iso(end - parseDuration(maxAge))}" and ${inTime}`,
    })),
  ];
}

function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
