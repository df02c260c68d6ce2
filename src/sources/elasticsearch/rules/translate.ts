import { plainText } from '../../../distribution/cell/plainText';
import type { Condition, Constant, Operand } from '../../../distribution/rule/TypedRule';
import { MIRRORED } from '../../../query/rule/mirrored';
import type { Comparator } from '../../../query/rule/RuleNode';
import { RuleError } from '../../../query/rule/RuleError';
import { judgeRows } from '../../file/rules/judgeRows';
import { FALSE, TRUE } from '../../file/rules/truths';
import { limitFilters } from './limitFilters';
import { isListed, type ListedField, listedFilters } from './listedFilters';
import { NoScript, Painless } from './Painless';
import { ALL, every, type Filters, NONE, noneOf, present, type RuleField, some } from './RuleField';
import { missingFilters, textFilters } from './textFilters';

/** The rule's filters, and whether the store must run scripts for them. Throws a RuleError where no filter says it. */
export function translate(
  condition: Condition,
  fieldOf: (name: string) => RuleField
): { readonly filters: Filters; readonly needsScripts: boolean } {
  let needsScripts = false;
  const read = (part: Condition): Filters => {
    switch (part.kind) {
      case 'not': {
        const { holds, fails } = read(part.of);
        return { holds: fails, fails: holds };
      }
      case 'and':
      case 'or': {
        const sides = part.sides.map(read);
        const [holds, fails] = [sides.map((side) => side.holds), sides.map((side) => side.fails)];
        return part.kind === 'and'
          ? { holds: every(holds), fails: some(fails) }
          : { holds: some(holds), fails: every(fails) };
      }
      default: {
        const plain = plainFilters(part, fieldOf);
        if (plain !== null) {
          return plain;
        }
        if (part.kind === 'among') {
          return read(eitherOf(part));
        }
        needsScripts = true;
        return scripted(part, fieldOf);
      }
    }
  };
  const filters = read(condition);
  return { filters, needsScripts };
}

type Atom = Exclude<Condition, { readonly kind: 'and' | 'or' | 'not' }>;

/** Null where it takes a script. */
function plainFilters(atom: Atom, fieldOf: (name: string) => RuleField): Filters | null {
  const names = [...new Set(operandsOf(atom).flatMap(columnsIn))];
  if (names.length === 0) {
    const [truth] = judgeRows(atom, { count: 1, column: noColumn });
    return { holds: truth === TRUE ? ALL : NONE, fails: truth === FALSE ? ALL : NONE };
  }
  if (atom.kind === 'null' && atom.of.kind === 'column') {
    return missingFilters(fieldOf(atom.of.name), atom.of.at);
  }
  const fields = new Map(names.map((name) => [name, fieldOf(name)]));
  for (const [name, { unclear, untold }] of fields) {
    const reason = untold ?? unclear;
    if (reason !== undefined) {
      throw new RuleError(`"${name}" ${reason}.`, atOf(atom));
    }
  }
  return bareFilters(atom, fieldOf) ?? ofListed(atom, fields);
}

function noColumn(): never {
  throw new Error('a condition without columns names one');
}

function ofListed(atom: Atom, fields: ReadonlyMap<string, RuleField>): Filters | null {
  const listed = new Map<string, ListedField>();
  for (const [name, field] of fields) {
    if (!isListed(field)) {
      return null;
    }
    listed.set(name, field);
  }
  return listedFilters(atom, listed);
}

/** A column by itself against what the rule writes out. */
function bareFilters(atom: Atom, fieldOf: (name: string) => RuleField): Filters | null {
  if (atom.kind === 'among' && atom.of.kind === 'column') {
    const { of, values } = atom;
    const sides = values.map((value) => constantFilters(fieldOf(of.name), '==', value));
    const known = sides.filter((side) => side !== null);
    return known.length < sides.length
      ? null
      : { holds: some(known.map(({ holds }) => holds)), fails: every(known.map(({ fails }) => fails)) };
  }
  if (atom.kind !== 'compare') {
    return null;
  }
  const [left, right] = atom.sides;
  if (left.kind === 'column' && right.kind === 'constant') {
    return constantFilters(fieldOf(left.name), atom.op, right);
  }
  return left.kind === 'constant' && right.kind === 'column'
    ? constantFilters(fieldOf(right.name), MIRRORED[atom.op], left)
    : null;
}

function constantFilters(field: RuleField, op: Comparator, constant: Constant): Filters | null {
  if (constant.as === 'text') {
    return field.listed === undefined && field.isText && isPlain(constant.value)
      ? textFilters(field, op, plainText(constant.value))
      : null;
  }
  return limitFilters(field, op, constant);
}

/** Texts that Unicode writes in one way alone. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7e]+$/.test(text);
}

function eitherOf({ at, as, of, values }: Extract<Atom, { readonly kind: 'among' }>): Condition {
  return values
    .map((value): Condition => ({ kind: 'compare', at, as, op: '==', sides: [of, value] }))
    .reduce((left, right) => ({ kind: 'or', sides: [left, right] }));
}

const OPPOSITE: Readonly<Record<Comparator, Comparator>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

function scripted(atom: Atom, fieldOf: (name: string) => RuleField): Filters {
  const script = () => new Painless((name) => fieldOf(name).field);
  try {
    if (atom.kind === 'null') {
      const known = script().known(atom.of);
      return { holds: noneOf([known]), fails: known };
    }
    if (atom.kind === 'compare' && (atom.as === 'number' || atom.as === 'time')) {
      const { op, as, sides } = atom;
      const names = [...new Set(sides.flatMap(columnsIn))];
      // Documents without a value need no script.
      const values = names.map((name) => present(fieldOf(name)));
      return {
        holds: every([...values, script().compare(op, as, sides)]),
        fails: every([...values, script().compare(OPPOSITE[op], as, sides)]),
      };
    }
  } catch (error) {
    if (error instanceof NoScript) {
      throw new RuleError(`the store can't compare this: ${error.message}.`, atOf(atom));
    }
    throw error;
  }
  const names = operandsOf(atom).flatMap(columnsIn);
  throw new RuleError(
    `the store can't compare this: ${names.map((name) => `"${name}"`).join(' or ')} holds too many different values.`,
    atOf(atom)
  );
}

function operandsOf(atom: Atom): readonly Operand[] {
  return atom.kind === 'compare' ? atom.sides : [atom.of];
}

function atOf(atom: Atom): number {
  return atom.kind === 'compare' || atom.kind === 'among' ? atom.at : atom.of.at;
}

export function columnsIn(operand: Operand): string[] {
  switch (operand.kind) {
    case 'column':
      return [operand.name];
    case 'constant':
      return [];
    case 'arithmetic':
      return operand.sides.flatMap(columnsIn);
    default:
      return columnsIn(operand.of);
  }
}
