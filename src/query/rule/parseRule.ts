import type { Expression } from 'jsep';
import { filterText } from '../filterText';
import { isBracketed, parseExpression, startOf } from './grammar';
import { RuleError } from './RuleError';
import {
  type ArithmeticOperator,
  columnsOf,
  type Comparator,
  type LiteralValue,
  type LogicOperator,
  type Pair,
  partsOf,
  RULE_FUNCTIONS,
  type RuleNode,
} from './RuleNode';

export const LONGEST_RULE = 2000;
const DEEPEST = 40;
const MOST_PARTS = 300;

const LOGIC = new Map<string, LogicOperator>([
  ['and', 'and'],
  ['&&', 'and'],
  ['or', 'or'],
  ['||', 'or'],
  ['implies', 'implies'],
]);
const COMPARATORS = new Map<string, Comparator>([
  ['=', '=='],
  ['==', '=='],
  ['!=', '!='],
  ['<>', '!='],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
]);

/**
 * Reads a rule, such as `status == "paid" implies amount > 0`: docs/quality.md has its language. Throws a RuleError that
 * says where it can't be read, or that it is too large.
 */
export function parseRule(text: string): RuleNode {
  if (text.trim() === '') {
    throw new RuleError('it is empty.', 0);
  }
  if (text.length > LONGEST_RULE) {
    throw new RuleError(`it is longer than ${LONGEST_RULE} characters: make several rules of it.`, LONGEST_RULE);
  }
  const variable = filterText.safeParse(text);
  if (!variable.success) {
    throw new RuleError(`it ${variable.error.issues[0].message}.`, 0);
  }
  requireShallow(text);
  const node = nodeOf(parseExpression(text), 0);
  if (sizeOf(node) > MOST_PARTS) {
    throw new RuleError(`it has more than ${MOST_PARTS} parts: make several rules of it.`, 0);
  }
  if (columnsOf(node).size === 0) {
    throw new RuleError('it names no column.', 0);
  }
  return node;
}

/** Before anything recurses into it. Signs and `not` nest as brackets do. */
function requireShallow(text: string): void {
  let depth = 0;
  let run = 0;
  for (const { 0: token, index } of text.matchAll(
    /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|[()[\]]|not\b|[!-]|[^\s]/gi
  )) {
    depth += '(['.includes(token) ? 1 : ')]'.includes(token) ? -1 : 0;
    run = /^(not|!|-)$/i.test(token) ? run + 1 : 0;
    if (depth > DEEPEST || run > DEEPEST) {
      throw new RuleError(`it is nested more than ${DEEPEST} deep.`, index);
    }
  }
}

function sizeOf(node: RuleNode): number {
  return partsOf(node).reduce((sum, part) => sum + sizeOf(part), 1);
}

/** Ungrouped, so that an operator behind it belongs to what it negates: `not a == b` is not (a == b). */
const loose = new WeakSet<RuleNode>();

function nodeOf(node: Expression, outer: number): RuleNode {
  const at = startOf(node) ?? outer;
  switch (node.type) {
    case 'Literal':
      return { kind: 'literal', at, value: node.value as LiteralValue, raw: String(node.raw) };
    case 'Identifier':
    case 'MemberExpression':
      return { kind: 'column', at, name: nameOf(node, at) };
    case 'UnaryExpression':
      return unary(node, at);
    case 'BinaryExpression':
      return binary(node, at);
    case 'CallExpression':
      return call(node, at);
    case 'Compound':
      // What is wrong in the first part is nearer to the mistake.
      nodeOf((node.body as Expression[])[0] ?? node, at);
      throw new RuleError('an operator is missing, such as and, or, ==.', secondOf(node.body as Expression[], at));
    case 'SequenceExpression':
    case 'ArrayExpression':
      throw new RuleError('a list belongs behind "in" alone.', at);
    default:
      throw new RuleError('a rule has no such thing. Write conditions with "implies".', at);
  }
}

function secondOf(parts: readonly Expression[], at: number): number {
  return parts.length > 1 ? leftmost(parts[1], at) : at;
}

function leftmost(node: Expression, at: number): number {
  return startOf(node) ?? ('left' in node ? leftmost(node.left as Expression, at) : at);
}

const RESERVED = /^(?:and|or|not|in|is|implies)$/i;

/** `features.age` is the name of a column, as everywhere. */
function nameOf(node: Expression, at: number): string {
  if (node.type === 'Identifier') {
    const name = String(node.name);
    if (RESERVED.test(name) && node.quoted !== true) {
      throw new RuleError(`a value is missing before "${name}"; a column of that name goes between backticks.`, at);
    }
    return name;
  }
  if (node.type !== 'MemberExpression' || node.computed === true || node.optional === true) {
    throw new RuleError('this is no name of a column: write names with other characters between backticks.', at);
  }
  return `${nameOf(node.object as Expression, at)}.${nameOf(node.property as Expression, at)}`;
}

function unary(node: Expression, at: number): RuleNode {
  const of = nodeOf(node.argument as Expression, at);
  if (node.operator !== '-') {
    const negated: RuleNode = { kind: 'not', at, of };
    if (!isBracketed(node)) {
      loose.add(negated);
    }
    return negated;
  }
  return of.kind === 'literal' && typeof of.value === 'number'
    ? { kind: 'literal', at, value: -of.value, raw: of.raw.startsWith('-') ? of.raw.slice(1) : `-${of.raw}` }
    : { kind: 'negative', at, of };
}

function binary(node: Expression, outer: number): RuleNode {
  const operator = String(node.operator).toLowerCase();
  const left = nodeOf(node.left as Expression, leftmost(node, outer));
  const logic = LOGIC.get(operator);
  if (logic !== undefined) {
    const right = nodeOf(node.right as Expression, outer);
    return { kind: 'logic', at: left.at, op: logic, sides: [left, right] };
  }
  const made = withLeft(left, (inner) => tight(operator, inner, node.right as Expression));
  if (made.kind === 'not' && left !== made && loose.has(left) && !isBracketed(node)) {
    loose.add(made);
  }
  return made;
}

/** Puts a negation around what is made of what it negates. */
function withLeft(left: RuleNode, make: (inner: RuleNode) => RuleNode): RuleNode {
  return left.kind === 'not' && loose.has(left)
    ? { kind: 'not', at: left.at, of: withLeft(left.of, make) }
    : make(left);
}

function tight(operator: string, left: RuleNode, right: Expression): RuleNode {
  const { at } = left;
  const op = COMPARATORS.get(operator);
  if (operator === 'in') {
    return { kind: 'among', at, of: left, values: listOf(right, at) };
  }
  if (operator === 'is') {
    return isNull(left, right);
  }
  if (operator === 'not') {
    return notIn(left, right);
  }
  const sides: Pair = [left, nodeOf(right, at)];
  return op === undefined
    ? { kind: 'arithmetic', at, op: operator as ArithmeticOperator, sides }
    : { kind: 'compare', at, op, sides };
}

function isNull(of: RuleNode, right: Expression): RuleNode {
  const { at } = of;
  const isNegated = right.type === 'UnaryExpression' && /^not$/i.test(String(right.operator));
  const tested = isNegated ? (right.argument as Expression) : right;
  if (tested.type !== 'Literal' || tested.value !== null) {
    throw new RuleError('behind "is" stands null or not null.', startOf(right) ?? at);
  }
  const found: RuleNode = { kind: 'null', at, of };
  return isNegated ? { kind: 'not', at, of: found } : found;
}

/** The parser takes `in (…)` behind `not` for a call. */
function notIn(of: RuleNode, right: Expression): RuleNode {
  const { at } = of;
  const callee = right.type === 'CallExpression' ? (right.callee as Expression) : undefined;
  if (callee?.type !== 'Identifier' || !/^in$/i.test(String(callee.name))) {
    throw new RuleError('behind a column, "not" is followed by in (…).', startOf(right) ?? at);
  }
  const values = (right.arguments as Expression[]).map((value) => nodeOf(value, at));
  return { kind: 'not', at, of: { kind: 'among', at, of, values: requireSome(values, at) } };
}

function listOf(right: Expression, at: number): readonly RuleNode[] {
  const values =
    right.type === 'SequenceExpression'
      ? (right.expressions as Expression[])
      : right.type === 'ArrayExpression'
        ? (right.elements as Array<Expression | null>).filter((value) => value !== null)
        : isBracketed(right)
          ? [right]
          : [];
  return requireSome(
    values.map((value) => nodeOf(value, at)),
    startOf(right) ?? at
  );
}

function requireSome(values: readonly RuleNode[], at: number): readonly RuleNode[] {
  const other = values.find(({ kind }) => kind !== 'literal');
  if (values.length === 0 || other !== undefined) {
    throw new RuleError('behind "in" stands a list of values, such as ("a", "b").', other?.at ?? at);
  }
  return values;
}

function call(node: Expression, at: number): RuleNode {
  const callee = node.callee as Expression;
  const name = callee.type === 'Identifier' ? String(callee.name) : '';
  const known = RULE_FUNCTIONS.find((one) => one === name.toLowerCase());
  const [of, ...others] = node.arguments as Expression[];
  if (known === undefined) {
    throw new RuleError(`there is no function "${name}": there are ${RULE_FUNCTIONS.join(', ')}.`, at);
  }
  if (of === undefined || others.length > 0) {
    throw new RuleError(`${known} takes one value.`, at);
  }
  return { kind: 'call', at, name: known, of: nodeOf(of, at) };
}
