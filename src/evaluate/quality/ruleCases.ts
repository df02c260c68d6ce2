import type { Distribution } from '../../distribution/Distribution';
import { countsOf } from '../../distribution/valueCounts';
import type { CheckName, QualityQuery } from '../../query/qualityQuery';
import type { RuleCell, RuleSet } from '../../sources/Rules';
import { checkRule, remarkOn, ruleName } from '../../verdict/quality/checkRule';
import type { QualityCase } from '../../verdict/quality/decideQuality';
import type { CheckOutcome } from '../../verdict/quality/Finding';
import { type Segment, segmentKey } from '../cells';

/** Each rule of a query in one window and segment. */
export function ruleCases(
  { rules = [], checks, minimumCount }: Pick<QualityQuery, 'rules' | 'checks' | 'minimumCount'>,
  { cells, refused }: RuleSet,
  window: number,
  segment: Segment
): QualityCase[] {
  if (checks?.includes('rules') === false) {
    return [];
  }
  const key = segmentKey(segment);
  const own = cells.filter((cell) => cell.window === window && segmentKey(cell.segment) === key);
  return rules.map((rule) => {
    const counts = own.find((cell) => cell.rule === rule.name) ?? { total: 0, broken: 0, unknown: 0 };
    const reason = refused.get(rule.name);
    const outcome: CheckOutcome =
      reason === undefined ? checkRule(counts, rule, minimumCount) : { checked: [], unchecked: reason };
    const remark = reason === undefined ? remarkOn(counts, rule) : undefined;
    return {
      sides: {
        feature: ruleName(rule.name),
        type: 'boolean',
        segment,
        expect: {},
        current: truthsOf(counts),
        baseline: null,
        past: [],
        identifier: false,
        minimumCount,
      },
      others: new Map<CheckName, CheckOutcome>([['rules', outcome]]),
      isNoColumn: true,
      ...(remark !== undefined && { remark }),
    };
  });
}

/** Rows that keep a rule, those that break it, and as missing those of which it can't be told. */
export function truthsOf({ total, broken, unknown }: Pick<RuleCell, 'total' | 'broken' | 'unknown'>): Distribution {
  return {
    kind: 'categories',
    counts: countsOf(total, { missing: unknown }),
    byCategory: new Map([
      ['true', total - broken - unknown],
      ['false', broken],
    ]),
    rest: 0,
    guarantee: 'exact',
  };
}
