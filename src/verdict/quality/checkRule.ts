import { unjudged } from './describeFinding';
import type { CheckOutcome } from './Finding';

/** What became of the rows of a window. */
export interface RuleCounts {
  readonly total: number;
  readonly broken: number;
  /** Rows of which the rule can't be told: a value that decides is missing. */
  readonly unknown: number;
  /** 1-based number of the first that breaks it, where rows have one. */
  readonly firstBroken?: number;
}

export interface AskedRule {
  readonly expr: string;
  readonly tolerate?: number;
}

const PREFIX = '(rule) ';

/** How a rule is called where a feature is named. */
export function ruleName(name: string): string {
  return `${PREFIX}${name}`;
}

export function isRuleName(feature: string): boolean {
  return feature.startsWith(PREFIX);
}

/** Rows that break a rule: their share among those of which it can be told. */
export function checkRule(
  { total, broken, unknown, firstBroken }: RuleCounts,
  { expr, tolerate = 0 }: AskedRule,
  minimumCount = 0
): CheckOutcome {
  const told = total - unknown;
  if (total === 0) {
    return { checked: [], unchecked: 'there are no rows' };
  }
  if (told === 0) {
    return { checked: [], unchecked: "every row lacks a value that the rule needs, or has one that can't be read" };
  }
  const share = broken / told;
  const facts = {
    rule: expr,
    count: broken,
    total: told,
    share,
    unknown,
    rows: total,
    tolerated: tolerate,
    // Which row it is is one row's own.
    row: minimumCount > 1 ? null : (firstBroken ?? null),
  };
  return {
    checked: [{ check: 'rules', code: 'rule_broken', pValue: null, notable: share > tolerate, severity: 2, facts }],
  };
}

/** What is said beside a rule that is kept: how many rows it says nothing of, and how many break it as they may. */
export function remarkOn({ total, broken, unknown }: RuleCounts, { tolerate = 0 }: AskedRule): string | undefined {
  const told = total - unknown;
  const isBroken = told > 0 && broken / told > tolerate;
  if (isBroken || told === 0) {
    return undefined;
  }
  const accepted = broken > 0 ? ` ${broken} of ${told} rows break it, as many may.` : '';
  return `${accepted}${unjudged(unknown)}`.trim() || undefined;
}
