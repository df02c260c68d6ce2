import { RuleError } from '../../query/rule/RuleError';
import type { RuleNode } from '../../query/rule/RuleNode';
import { constantOf, kindsOfLiteral } from './constantOf';
import type { Condition, Operand, ValueKind } from './TypedRule';

/** What a column's values can be compared as, the likeliest first; a column without any value can be anything. */
export interface ColumnKinds {
  readonly kinds: readonly ValueKind[];
  /** What it holds, for messages: `numbers`, `texts such as "paid"`. */
  readonly holds: string;
}

export type KindsOfColumn = (name: string, at: number) => ColumnKinds;

const IN_WORDS: Readonly<Record<ValueKind, string>> = {
  number: 'a number',
  time: 'a time',
  truth: 'true or false',
  text: 'a text',
};

/**
 * Settles as what each column of a rule is compared. Throws a RuleError where two sides are of different kinds, or of one
 * that has no order; what `kindsOf` throws for a column that is not there goes through.
 */
export function typeRule(rule: RuleNode, kindsOf: KindsOfColumn): Condition {
  return conditionOf(rule, kindsOf);
}

function conditionOf(node: RuleNode, kindsOf: KindsOfColumn): Condition {
  switch (node.kind) {
    case 'logic': {
      const [left, right] = node.sides.map((side) => conditionOf(side, kindsOf));
      return node.op === 'implies'
        ? { kind: 'or', sides: [{ kind: 'not', of: left }, right] }
        : { kind: node.op, sides: [left, right] };
    }
    case 'not':
      return { kind: 'not', of: conditionOf(node.of, kindsOf) };
    case 'compare':
      return comparison(node, kindsOf);
    case 'among':
      return among(node, kindsOf);
    case 'null':
      return { kind: 'null', of: operandOf(node.of, possible(node.of, kindsOf)[0] ?? 'text', kindsOf) };
    case 'column':
    case 'literal':
      requireKind(node, 'truth', kindsOf, 'a condition belongs here, such as a comparison');
      return { kind: 'truth', of: operandOf(node, 'truth', kindsOf) };
    default:
      throw new RuleError('this is a number, where a condition belongs: compare it with something.', node.at);
  }
}

function comparison(node: Extract<RuleNode, { kind: 'compare' }>, kindsOf: KindsOfColumn): Condition {
  const [left, right] = node.sides;
  const as = common([left, right], kindsOf);
  const isOrdered = as === 'number' || as === 'time';
  if (!isOrdered && node.op !== '==' && node.op !== '!=') {
    const help = as === 'text' ? ' A date must be written as 2024-02-04, and a number without quotes.' : '';
    throw new RuleError(
      `${as === 'text' ? 'texts' : 'true and false'} have no order here: compare with ==, != or in.${help}`,
      node.at
    );
  }
  return {
    kind: 'compare',
    at: node.at,
    as,
    op: node.op,
    sides: [operandOf(left, as, kindsOf), operandOf(right, as, kindsOf)],
  };
}

function among(node: Extract<RuleNode, { kind: 'among' }>, kindsOf: KindsOfColumn): Condition {
  const as = common([node.of, ...node.values], kindsOf);
  const values = node.values.flatMap((value) => (value.kind === 'literal' ? [constantOf(value, as)] : []));
  return { kind: 'among', at: node.at, as, of: operandOf(node.of, as, kindsOf), values };
}

/** The likeliest kind that all sides can be; columns say more of it than what is written in the rule. */
function common(sides: readonly RuleNode[], kindsOf: KindsOfColumn): ValueKind {
  const all = sides.map((side) => possible(side, kindsOf));
  const [first] = all
    .map((kinds, i) => ({ kinds, rank: sides[i].kind === 'literal' ? 1 : 0 }))
    .sort((a, b) => a.rank - b.rank);
  const found = first.kinds.find((kind) => all.every((kinds) => kinds.includes(kind)));
  if (found === undefined) {
    const other = sides.findIndex((_, i) => !all[i].some((kind) => all[0].includes(kind)));
    const wrong = sides[Math.max(1, other)];
    throw new RuleError(`${said(sides[0], kindsOf)}, and ${said(wrong, kindsOf)}: they can't be compared.`, wrong.at);
  }
  return found;
}

/** As what a part can be compared. */
function possible(node: RuleNode, kindsOf: KindsOfColumn): readonly ValueKind[] {
  switch (node.kind) {
    case 'literal':
      return kindsOfLiteral(node);
    case 'column':
      return kindsOf(node.name, node.at).kinds;
    case 'call':
      return node.name === 'lower' ? ['text'] : ['number'];
    case 'arithmetic':
    case 'negative':
      return ['number'];
    default:
      throw new RuleError('this is a condition: join conditions by and, or, implies.', node.at);
  }
}

function requireKind(node: RuleNode, kind: ValueKind, kindsOf: KindsOfColumn, where: string): void {
  if (!possible(node, kindsOf).includes(kind)) {
    throw new RuleError(`${said(node, kindsOf)}, and ${where}.`, node.at);
  }
}

function said(node: RuleNode, kindsOf: KindsOfColumn): string {
  if (node.kind === 'column') {
    return `"${node.name}" holds ${kindsOf(node.name, node.at).holds}`;
  }
  const [kind] =
    node.kind === 'literal' && typeof node.value === 'string' ? ['text' as const] : possible(node, kindsOf);
  return node.kind === 'literal' ? `${node.raw} is ${IN_WORDS[kind]}` : `this is ${IN_WORDS[kind]}`;
}

function operandOf(node: RuleNode, as: ValueKind, kindsOf: KindsOfColumn): Operand {
  const { at } = node;
  switch (node.kind) {
    case 'literal':
      return constantOf(node, as);
    case 'column':
      return { kind: 'column', at, as, name: node.name };
    case 'negative':
      return { kind: 'negative', at, of: numeric(node.of, kindsOf) };
    case 'call': {
      const own = node.name === 'abs' ? 'number' : 'text';
      requireKind(node.of, own, kindsOf, `${node.name} takes ${IN_WORDS[own]}`);
      return { kind: 'call', at, name: node.name, of: operandOf(node.of, own, kindsOf) };
    }
    case 'arithmetic': {
      const [left, right] = node.sides;
      const isSpan = node.op === '-' && [left, right].every((side) => possible(side, kindsOf)[0] === 'time');
      const take = (side: RuleNode) => (isSpan ? operandOf(side, 'time', kindsOf) : numeric(side, kindsOf));
      return { kind: 'arithmetic', at, op: node.op, sides: [take(left), take(right)] };
    }
    default:
      throw new RuleError('this is a condition: join conditions by and, or, implies.', at);
  }
}

function numeric(node: RuleNode, kindsOf: KindsOfColumn): Operand {
  requireKind(node, 'number', kindsOf, 'this calculates with numbers');
  return operandOf(node, 'number', kindsOf);
}
