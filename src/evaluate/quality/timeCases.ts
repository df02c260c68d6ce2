import { parseDuration } from '../../query/duration';
import { type Expectation, timeLimits } from '../../query/expectation';
import type { CheckName, QualityQuery } from '../../query/qualityQuery';
import type { FeatureSpec } from '../../query/selection';
import type { RuleCell } from '../../sources/Rules';
import { checkTimes, type TimeAge, type TimeCounts } from '../../verdict/quality/checkTimes';
import type { QualityCase } from '../../verdict/quality/decideQuality';
import type { CheckOutcome } from '../../verdict/quality/Finding';
import { type Segment, segmentKey } from '../cells';
import { aheadRule, freshRule, limitsRule, MOST_AGES, presentRule, type TimeColumns } from './readTimeLimits';
import { truthsOf } from './ruleCases';

/** Each column of times of which something is expected, in one window and segment. */
export function timeCases(
  columns: TimeColumns,
  { minimumCount }: Pick<QualityQuery, 'minimumCount'>,
  window: number,
  segment: Segment
): QualityCase[] {
  const { features, set } = columns;
  const key = segmentKey(segment);
  const own = set.cells.filter((cell) => cell.window === window && segmentKey(cell.segment) === key);
  return features.map(({ name, expect = {} }) => {
    const counts = { ...countsOf(name, own), ...ageOf({ name, expect }, columns, own, window) };
    const others = new Map<CheckName, CheckOutcome>(
      checkTimes(counts, { ...limitsOf(expect), refused: set.refused.get(limitsRule(name)) })
    );
    return {
      sides: {
        feature: name,
        type: 'categorical',
        segment,
        expect,
        current: truthsOf({ total: counts.total, broken: counts.outside, unknown: counts.missing + counts.unreadable }),
        baseline: null,
        past: [],
        identifier: false,
        minimumCount,
      },
      others,
      isNoColumn: true,
    };
  });
}

function limitsOf(expect: Expectation) {
  const { tolerate, maxMissingRate } = expect;
  return { ...timeLimits(expect), tolerate, maxMissingRate };
}

function countsOf(name: FeatureSpec['name'], cells: readonly RuleCell[]): TimeCounts {
  const limits = cells.find(({ rule }) => rule === limitsRule(name));
  const present = cells.find(({ rule }) => rule === presentRule(name));
  const missing = present?.broken ?? 0;
  const { broken = 0, unknown = 0 } = limits ?? {};
  const total = (limits ?? present)?.total ?? 0;
  return { total, outside: broken, missing, unreadable: Math.max(0, unknown - missing) };
}

function ageOf(
  { name, expect = {} }: FeatureSpec,
  { set, ends, now }: TimeColumns,
  cells: readonly RuleCell[],
  window: number
): { readonly age?: TimeAge } {
  if (expect.maxAge === undefined) {
    return {};
  }
  const rule = freshRule(name, window);
  const fresh = cells.find((cell) => cell.rule === rule);
  const reason =
    window < ends.length - MOST_AGES
      ? `the age of values is told in the last ${MOST_AGES} windows alone`
      : set.refused.get(rule);
  const ahead = cells.find((cell) => cell.rule === aheadRule(name))?.broken ?? 0;
  return {
    age: {
      fresh: reason !== undefined || fresh === undefined ? null : fresh.total - fresh.broken - fresh.unknown,
      ...(reason !== undefined && { reason }),
      until: ends[window],
      ahead,
      now,
      allowed: parseDuration(expect.maxAge),
    },
  };
}
