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
  /** By `limitsRule` and `presentRule`. */
  readonly set: RuleSet;
}

/** How the rules are called by which a column of times is counted: no rule of a query can be. */
export function limitsRule(feature: string): string {
  return `\0limits ${feature}`;
}

export function presentRule(feature: string): string {
  return `\0present ${feature}`;
}

/** Limits of times are rules of one column: a date is one where it is compared with a column of times. */
export async function readTimeLimits(
  { checks, segmentBy }: Pick<QualityQuery, 'checks' | 'segmentBy'>,
  features: readonly FeatureSpec[],
  place: Place,
  windows: ReadonlyArray<TimeRange | null>,
  options: RequestOptions
): Promise<TimeColumns> {
  if (features.length === 0 || checks?.some((check) => ['range', 'missing', 'type'].includes(check)) === false) {
    return { features: [], set: { cells: [], refused: new Map(), notices: [] } };
  }
  const rules = features.flatMap(rulesOf);
  return { features, set: await readRules({ rules, segmentBy }, place, windows, options) };
}

function rulesOf({ name, expect = {} }: FeatureSpec): Rule[] {
  const column = `\`${name.replaceAll('`', '``')}\``;
  const { min, max } = timeLimits(expect);
  const limits = [
    ...(min === undefined ? [] : [`${column} >= "${min}"`]),
    ...(max === undefined ? [] : [`${column} <= "${max}"`]),
  ];
  return [
    { name: limitsRule(name), expr: limits.join(' and ') },
    { name: presentRule(name), expr: `${column} is not null` },
  ];
}
