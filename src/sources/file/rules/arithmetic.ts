import type { ArithmeticOperator } from '../../../query/rule/RuleNode';
import type { NumberVector } from './Vector';

/** Numbers round by half of it at most, of their size. */
const ROUNDING = Number.EPSILON;
const MS_A_SECOND = 1000;

/**
 * Two columns of numbers combined, with how far rounding may have moved each result: 0.1 + 0.2 is 0.3 as far as numbers tell.
 * Unknown where either is, where the divisor is 0, and where a whole number is longer than numbers hold.
 */
export function combine(op: ArithmeticOperator, left: NumberVector, right: NumberVector): NumberVector {
  const rows = left.values.length;
  const values = new Float64Array(rows);
  const slack = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const [a, b] = [operand(left, row), operand(right, row)];
    const [sa, sb] = [left.slack?.[row] ?? 0, right.slack?.[row] ?? 0];
    const value = valueOf(op, a, b);
    // The remainder of what is a multiple but for rounding.
    const isWhole = Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(value) && op !== '/';
    const spread = isWhole && sa + sb === 0 ? 0 : slackOf(op, { a, b, sa, sb, value });
    // What overflows is infinite, and not near every number.
    slack[row] = Number.isFinite(spread) ? spread : 0;
    values[row] = op === '%' && Math.abs(Math.abs(value) - Math.abs(b)) <= slack[row] ? 0 : value;
  }
  return { as: 'number', values, slack };
}

/** Seconds from one time to another. Whole milliseconds are exact, and fractions of them are rounded. */
export function spanOf(until: Float64Array, since: Float64Array): NumberVector {
  const slack = until.map((time, row) =>
    Number.isInteger(time) && Number.isInteger(since[row])
      ? 0
      : ((Math.abs(time) + Math.abs(since[row])) * ROUNDING) / MS_A_SECOND
  );
  return { as: 'number', values: until.map((time, row) => (time - since[row]) / MS_A_SECOND), slack };
}

export function mapNumbers({ values, slack, exact }: NumberVector, change: (value: number) => number): NumberVector {
  const known = exact === undefined ? values : values.map((value) => (isTooLong(value) ? NaN : value));
  return { as: 'number', values: known.map(change), ...(slack !== undefined && { slack }) };
}

function operand({ values, exact }: NumberVector, row: number): number {
  return exact !== undefined && isTooLong(values[row]) ? NaN : values[row];
}

function isTooLong(value: number): boolean {
  return Math.abs(value) > Number.MAX_SAFE_INTEGER;
}

function valueOf(op: ArithmeticOperator, a: number, b: number): number {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? NaN : a / b;
    case '%':
      return a % b;
  }
}

interface Parts {
  readonly a: number;
  readonly b: number;
  readonly sa: number;
  readonly sb: number;
  readonly value: number;
}

function slackOf(op: ArithmeticOperator, { a, b, sa, sb, value }: Parts): number {
  switch (op) {
    case '+':
    case '-':
      return sa + sb + (Math.abs(a) + Math.abs(b) + Math.abs(value)) * ROUNDING;
    case '*':
      return sa * Math.abs(b) + sb * Math.abs(a) + 3 * Math.abs(value) * ROUNDING;
    case '/':
      return (sa + Math.abs(value) * sb) / Math.abs(b) + 3 * Math.abs(value) * ROUNDING;
    case '%':
      return sa + Math.abs(a / b) * sb + 3 * Math.abs(a) * ROUNDING;
  }
}
