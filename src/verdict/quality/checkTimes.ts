import type { CheckName } from '../../query/qualityQuery';
import type { Checked, CheckOutcome } from './Finding';

/** The rows of a window, by what a column of times holds in them. */
export interface TimeCounts {
  readonly total: number;
  /** Before the smallest or after the largest time that is allowed. */
  readonly outside: number;
  readonly missing: number;
  /** Something that is no time. */
  readonly unreadable: number;
  /** Where the newest value is asked for. */
  readonly age?: TimeAge;
}

export interface TimeAge {
  /** Values no older than allowed at `until`, and not in the future; null where it can't be told, with the reason. */
  readonly fresh: number | null;
  readonly reason?: string;
  /** The end of the window, or now, in milliseconds. */
  readonly until: number;
  /** Values in the future of `now`. */
  readonly ahead: number;
  readonly now: number;
  /** Milliseconds. */
  readonly allowed: number;
}

export interface ExpectedTimes {
  readonly min?: string;
  readonly max?: string;
  readonly tolerate?: number;
  readonly maxMissingRate?: number;
  /** Why the column can't be compared with times. */
  readonly refused?: string;
}

/** What is found of a column of times, by what is expected of it. */
export function checkTimes(counts: TimeCounts, expected: ExpectedTimes): Array<[CheckName, CheckOutcome]> {
  const { total, outside, missing, unreadable } = counts;
  const { min = null, max = null, tolerate = 0, maxMissingRate, refused } = expected;
  const present = total - missing;
  const hasLimits = min !== null || max !== null;
  if (refused !== undefined) {
    const facts = { expected: 'times', found: 'something else', share: 1, total: present, example: null };
    return [
      ['type', { checked: [finding('type', 'type_changed', present > 0, facts)] }],
      ...(hasLimits ? [undecided('range', `the limits are dates, ${refused}`)] : []),
      ...(counts.age === undefined ? [] : [undecided('arrival', refused)]),
    ];
  }
  const times = present - unreadable;
  const found: Array<[CheckName, CheckOutcome]> = [];
  if (maxMissingRate !== undefined && total > 0) {
    const facts = { rate: missing / total, allowed: maxMissingRate, count: missing, total };
    found.push(['missing', { checked: [finding('missing', 'missing_above', facts.rate > maxMissingRate, facts)] }]);
  }
  if (counts.age !== undefined) {
    found.push(['arrival', checkValueAge(counts.age, times)]);
  }
  if (hasLimits && times === 0) {
    found.push(['range', { checked: [], unchecked: 'there are no values' }]);
  } else if (hasLimits) {
    const share = outside / times;
    const facts = { count: outside, most: outside, total: times, share, min, max, farthest: null };
    found.push(['range', { checked: [finding('range', 'outside_range', share > tolerate, facts)] }]);
  }
  if (present > 0) {
    const share = unreadable / present;
    const facts = {
      count: unreadable,
      total: present,
      share,
      expected: 'times',
      found: 'something else',
      example: null,
    };
    found.push(['type', { checked: [finding('type', 'mistyped', share > tolerate, facts)] }]);
  }
  return found;
}

function undecided(check: CheckName, unchecked: string): [CheckName, CheckOutcome] {
  return [check, { checked: [], unchecked }];
}

function finding(check: CheckName, code: Checked['code'], notable: boolean, facts: Checked['facts']): Checked {
  return { check, code, pValue: null, notable, severity: 2, facts };
}

const MS_A_SECOND = 1000;

/** How old the newest value is. Values in the future are a finding of their own, and never make a column look fresh. */
function checkValueAge({ fresh, reason, until, ahead, now, allowed }: TimeAge, times: number): CheckOutcome {
  const aheadFacts = { count: ahead, total: times, until: now };
  const early = ahead === 0 ? [] : [finding('arrival', 'values_ahead', true, aheadFacts)];
  if (fresh === null || times === 0) {
    return { checked: early, unchecked: reason ?? 'there are no values' };
  }
  const facts = { total: times, allowed: allowed / MS_A_SECOND, until };
  return { checked: [...early, finding('arrival', 'values_stale', fresh === 0, facts)] };
}
