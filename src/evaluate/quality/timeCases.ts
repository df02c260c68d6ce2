import { type Expectation, timeLimits } from '../../query/expectation';
import type { CheckName, QualityQuery } from '../../query/qualityQuery';
import type { FeatureSpec } from '../../query/selection';
import type { RuleCell } from '../../sources/Rules';
import { checkTimes, type TimeCounts } from '../../verdict/quality/checkTimes';
import type { QualityCase } from '../../verdict/quality/decideQuality';
import type { CheckOutcome } from '../../verdict/quality/Finding';
import { type Segment, segmentKey } from '../cells';
import { limitsRule, presentRule, type TimeColumns } from './readTimeLimits';
import { truthsOf } from './ruleCases';

/** Each column of times of which something is expected, in one window and segment. */
export function timeCases(
  { features, set }: TimeColumns,
  { minimumCount }: Pick<QualityQuery, 'minimumCount'>,
  window: number,
  segment: Segment
): QualityCase[] {
  const key = segmentKey(segment);
  const own = set.cells.filter((cell) => cell.window === window && segmentKey(cell.segment) === key);
  return features.map(({ name, expect = {} }) => {
    const counts = countsOf(name, own);
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
