import type { Rule } from '../query/rule/rule';
import type { RuleNode } from '../query/rule/RuleNode';
import type { Selection } from '../query/selection';
import type { TimeRange } from '../query/time';
import type { Notice } from './Notice';

/** A rule that could be read; whether it fits the columns the place says. */
export interface ReadRule extends Rule {
  readonly node: RuleNode;
}

export interface RuleRequest {
  readonly selection: Selection;
  readonly rules: readonly ReadRule[];
  /** Null stands for everything, whatever its time. */
  readonly windows: ReadonlyArray<TimeRange | null>;
  readonly segmentBy: readonly string[];
}

/** What became of one rule in one window and segment, in rows. Combinations without a single row have no cell. */
export interface RuleCell {
  readonly window: number;
  readonly segment: Readonly<Record<string, string>>;
  /** The rule's name. */
  readonly rule: string;
  readonly total: number;
  readonly broken: number;
  /** A value that decides is missing, or can't be read: such a row neither breaks the rule nor keeps it. */
  readonly unknown: number;
  /** 1-based number of the first row that breaks it, where rows have one. */
  readonly firstBroken?: number;
}

export interface RuleSet {
  readonly cells: readonly RuleCell[];
  /** By the rule's name, why it could not be checked, and what to do: the others were. */
  readonly refused: ReadonlyMap<string, string>;
  readonly notices: readonly Notice[];
  readonly warned?: boolean;
}
