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
  if (refused !== undefined) {
    const facts = { expected: 'times', found: 'something else', share: 1, total: present, example: null };
    return [
      ['type', { checked: [finding('type', 'type_changed', present > 0, facts)] }],
      ['range', { checked: [], unchecked: `the limits are dates, ${refused}` }],
    ];
  }
  const times = present - unreadable;
  const found: Array<[CheckName, CheckOutcome]> = [];
  if (maxMissingRate !== undefined && total > 0) {
    const facts = { rate: missing / total, allowed: maxMissingRate, count: missing, total };
    found.push(['missing', { checked: [finding('missing', 'missing_above', facts.rate > maxMissingRate, facts)] }]);
  }
  if (times === 0) {
    found.push(['range', { checked: [], unchecked: 'there are no values' }]);
  } else {
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

function finding(check: CheckName, code: Checked['code'], notable: boolean, facts: Checked['facts']): Checked {
  return { check, code, pValue: null, notable, severity: 2, facts };
}
