import { textLength } from '../../../distribution/textLength';
import type { Condition, Constant, Operand } from '../../../distribution/rule/TypedRule';
import { MIRRORED } from '../../../query/rule/mirrored';
import type { Comparator } from '../../../query/rule/RuleNode';
import type { Column } from '../columns/Column';
import { combine, mapNumbers, spanOf } from './arithmetic';
import { compareConstant, compareVectors } from './compare';
import { bothOf, eitherOf, FALSE, oppositeOf, TRUE } from './truths';
import { missingIn, type NumberVector, type Vector, vectorOf } from './Vector';

/** The rows of a table. */
export interface Rows {
  readonly count: number;
  column(name: string): Column;
}

/** Of each row whether the condition holds: 0 no, 1 yes, 2 unknown, by SQL's logic. */
export function judgeRows(condition: Condition, rows: Rows): Uint8Array {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const [left, right] = condition.sides.map((side) => judgeRows(side, rows));
      return condition.kind === 'and' ? bothOf(left, right) : eitherOf(left, right);
    }
    case 'not':
      return oppositeOf(judgeRows(condition.of, rows));
    case 'truth':
      return truthOf(condition.of, rows);
    case 'compare':
      return compare(condition.op, condition.sides, rows);
    case 'among': {
      const values = valuesOf(condition.of, rows);
      return condition.values
        .map((constant) => compareConstant('==', values, constant, rows.count))
        .reduce((found, one) => eitherOf(found, one));
    }
    case 'null':
      return isMissing(condition.of, rows);
  }
}

function truthOf(operand: Operand, rows: Rows): Uint8Array {
  if (operand.kind === 'constant') {
    return new Uint8Array(rows.count).fill(operand.as === 'truth' && operand.value ? TRUE : FALSE);
  }
  const vector = valuesOf(operand, rows);
  return vector.as === 'truth' ? vector.values : new Uint8Array(rows.count).fill(FALSE);
}

function compare(op: Comparator, [left, right]: readonly [Operand, Operand], rows: Rows): Uint8Array {
  if (right.kind === 'constant') {
    return compareConstant(op, valuesOf(left, rows), right, rows.count);
  }
  if (left.kind === 'constant') {
    return compareConstant(MIRRORED[op], valuesOf(right, rows), left, rows.count);
  }
  return compareVectors(op, valuesOf(left, rows), valuesOf(right, rows), rows.count);
}

function isMissing(operand: Operand, rows: Rows): Uint8Array {
  if (operand.kind === 'column') {
    return missingIn(rows.column(operand.name));
  }
  const vector = valuesOf(operand, rows);
  switch (vector.as) {
    case 'text':
      return Uint8Array.from(vector.codes, (code) => Number(code < 0));
    case 'truth':
      return vector.values.map((value) => Number(value > TRUE));
    default:
      return Uint8Array.from(vector.values, (value) => Number(Number.isNaN(value)));
  }
}

function valuesOf(operand: Operand, rows: Rows): Vector {
  switch (operand.kind) {
    case 'column':
      return vectorOf(rows.column(operand.name), operand.as);
    case 'constant':
      return repeated(operand, rows.count);
    case 'negative':
      return mapNumbers(numbersOf(operand.of, rows), (value) => -value);
    case 'call':
      return called(operand, rows);
    case 'arithmetic': {
      const [left, right] = operand.sides.map((side) => valuesOf(side, rows));
      return left.as === 'time' && right.as === 'time'
        ? spanOf(left.values, right.values)
        : combine(operand.op, asNumber(left), asNumber(right));
    }
  }
}

function called({ name, of }: Extract<Operand, { kind: 'call' }>, rows: Rows): Vector {
  if (name === 'abs') {
    return mapNumbers(numbersOf(of, rows), Math.abs);
  }
  const text = valuesOf(of, rows);
  if (text.as !== 'text') {
    throw new Error(`${name} of ${text.as}`);
  }
  const { codes, dictionary } = text;
  if (name === 'lower') {
    return { ...text, dictionary: dictionary.map((one) => one.toLowerCase()) };
  }
  const lengths = dictionary.map(textLength);
  return { as: 'number', values: Float64Array.from(codes, (code) => (code < 0 ? NaN : lengths[code])) };
}

function numbersOf(operand: Operand, rows: Rows): NumberVector {
  return asNumber(valuesOf(operand, rows));
}

function asNumber(vector: Vector): NumberVector {
  if (vector.as !== 'number') {
    throw new Error(`a number is computed of ${vector.as}`);
  }
  return vector;
}

function repeated(constant: Constant, rows: number): Vector {
  switch (constant.as) {
    case 'number':
      return { as: 'number', values: new Float64Array(rows).fill(constant.value) };
    case 'time':
      return { as: 'time', values: new Float64Array(rows).fill(constant.from) };
    case 'truth':
      return { as: 'truth', values: new Uint8Array(rows).fill(Number(constant.value)) };
    case 'text':
      return { as: 'text', codes: new Int32Array(rows), dictionary: [constant.value] };
  }
}
