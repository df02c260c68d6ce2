import type { ArithmeticOperator, Comparator, RuleFunction } from '../../query/rule/RuleNode';

/** As what values are compared. */
export type ValueKind = 'number' | 'time' | 'truth' | 'text';

/** A rule of which it is known what each column's values are. Of each row it holds, is broken, or is unknown. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly sides: readonly [Condition, Condition] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'truth'; readonly of: Operand }
  | {
      readonly kind: 'compare';
      readonly at: number;
      readonly as: ValueKind;
      readonly op: Comparator;
      readonly sides: readonly [Operand, Operand];
    }
  | {
      readonly kind: 'among';
      readonly at: number;
      readonly as: ValueKind;
      readonly of: Operand;
      readonly values: readonly Constant[];
    }
  | { readonly kind: 'null'; readonly of: Operand };

export type Operand =
  | { readonly kind: 'column'; readonly at: number; readonly as: ValueKind; readonly name: string }
  | Constant
  | {
      readonly kind: 'arithmetic';
      readonly at: number;
      readonly op: ArithmeticOperator;
      /** Of two times the difference is meant, in seconds. */
      readonly sides: readonly [Operand, Operand];
    }
  | { readonly kind: 'negative'; readonly at: number; readonly of: Operand }
  | { readonly kind: 'call'; readonly at: number; readonly name: RuleFunction; readonly of: Operand };

export type Constant = { readonly kind: 'constant'; readonly at: number } & ConstantValue;

export type ConstantValue =
  /** `exact` where it is a whole number that a double may round. */
  | { readonly as: 'number'; readonly value: number; readonly exact?: bigint; readonly raw: string }
  /** Milliseconds; a day without a time of day ends before `to`, another time is a moment: `to` is `from`. */
  | { readonly as: 'time'; readonly from: number; readonly to: number }
  | { readonly as: 'truth'; readonly value: boolean }
  | { readonly as: 'text'; readonly value: string };
