import { plainText } from '../../../distribution/cell/plainText';
import type { Constant } from '../../../distribution/rule/TypedRule';
import type { Comparator } from '../../../query/rule/RuleNode';
import { FALSE, TRUE, UNKNOWN } from './truths';
import type { NumberVector, Vector } from './Vector';

/** Below 0, 0 or above 0 as the first is to the second; NaN where that is unknown. */
type Order = (row: number) => number;

/** Of each row whether two values are to each other as asked. Both are of one kind. */
export function compareVectors(op: Comparator, left: Vector, right: Vector, rows: number): Uint8Array {
  return judge(op, orderOf(left, right), rows);
}

/** The same of one that is written in the rule. */
export function compareConstant(op: Comparator, left: Vector, constant: Constant, rows: number): Uint8Array {
  return judge(op, orderTo(left, constant), rows);
}

function judge(op: Comparator, order: Order, rows: number): Uint8Array {
  const holds = HOLDS[op];
  const found = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const sign = order(row);
    found[row] = Number.isNaN(sign) ? UNKNOWN : holds(sign) ? TRUE : FALSE;
  }
  return found;
}

const HOLDS: Readonly<Record<Comparator, (sign: number) => boolean>> = {
  '==': (sign) => sign === 0,
  '!=': (sign) => sign !== 0,
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
};

function orderOf(left: Vector, right: Vector): Order {
  if (left.as === 'number' && right.as === 'number') {
    return orderOfNumbers(left, right);
  }
  if (left.as === 'time' && right.as === 'time') {
    return (row) => left.values[row] - right.values[row];
  }
  if (left.as === 'truth' && right.as === 'truth') {
    return (row) =>
      left.values[row] === UNKNOWN || right.values[row] === UNKNOWN ? NaN : left.values[row] - right.values[row];
  }
  if (left.as === 'text' && right.as === 'text') {
    const [ids, others] = idsOf([left.dictionary, right.dictionary]);
    return (row) => {
      const [a, b] = [left.codes[row], right.codes[row]];
      return a < 0 || b < 0 ? NaN : ids[a] - others[b];
    };
  }
  throw new Error(`${left.as} is compared with ${right.as}`);
}

/** The same number for the same text. */
function idsOf(dictionaries: ReadonlyArray<readonly string[]>): number[][] {
  const known = new Map<string, number>();
  return dictionaries.map((dictionary) =>
    dictionary.map((text) => {
      const id = known.get(text) ?? known.size;
      known.set(text, id);
      return id;
    })
  );
}

function orderOfNumbers(left: NumberVector, right: NumberVector): Order {
  const { exact: a } = left;
  const { exact: b } = right;
  if (a !== undefined && b !== undefined) {
    return (row) => {
      const near = difference(left, right, row);
      return near === 0 ? Number(a[row] > b[row]) - Number(a[row] < b[row]) : near;
    };
  }
  return (row) => difference(left, right, row);
}

function difference(left: NumberVector, right: NumberVector, row: number): number {
  return near(left.values[row], right.values[row], (left.slack?.[row] ?? 0) + (right.slack?.[row] ?? 0));
}

/** Their difference, 0 where it is within the slack. Infinity minus itself is no number. */
function near(a: number, b: number, slack: number): number {
  return a === b ? 0 : Math.abs(a - b) <= slack ? 0 : a - b;
}

function orderTo(left: Vector, constant: Constant): Order {
  if (left.as === 'number' && constant.as === 'number') {
    const { values, slack, exact } = left;
    const { value, exact: wanted } = constant;
    if (exact !== undefined && wanted !== undefined) {
      return (row) => (Number.isNaN(values[row]) ? NaN : Number(exact[row] > wanted) - Number(exact[row] < wanted));
    }
    return (row) => near(values[row], value, slack?.[row] ?? 0);
  }
  if (left.as === 'time' && constant.as === 'time') {
    const { from, to } = constant;
    // What lies within a day is that day.
    return (row) => {
      const time = left.values[row];
      return Number.isNaN(time) ? NaN : time < from ? -1 : time < to || time === from ? 0 : 1;
    };
  }
  if (left.as === 'truth' && constant.as === 'truth') {
    return (row) => (left.values[row] === UNKNOWN ? NaN : left.values[row] - Number(constant.value));
  }
  if (left.as === 'text' && constant.as === 'text') {
    const wanted = plainText(constant.value);
    const differs = left.dictionary.map((text) => Number(text !== wanted));
    return (row) => (left.codes[row] < 0 ? NaN : differs[left.codes[row]]);
  }
  throw new Error(`${left.as} is compared with ${constant.as}`);
}
