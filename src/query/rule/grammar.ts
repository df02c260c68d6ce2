import jsep, { type Expression } from 'jsep';
import { RuleError } from './RuleError';

/** What the parser knows of where it is. */
type Parser = jsep.HookScope;

const UNARY = ['not', 'NOT', '!', '-'];
/** What binds tighter has the larger number. `not` is put in its place, below comparisons, by `parseRule`. */
const BINARY: ReadonlyArray<readonly [precedence: number, operators: readonly string[]]> = [
  [1, ['implies', 'IMPLIES']],
  [2, ['or', 'OR', '||']],
  [3, ['and', 'AND', '&&']],
  [5, ['==', '=', '!=', '<>', '<', '<=', '>', '>=', 'in', 'IN', 'is', 'IS', 'not', 'NOT']],
  [6, ['+', '-']],
  [7, ['*', '/', '%']],
];
const LITERALS: ReadonlyArray<readonly [string, boolean | null]> = [
  ['true', true],
  ['TRUE', true],
  ['false', false],
  ['FALSE', false],
  ['null', null],
  ['NULL', null],
];

const starts = new WeakMap<Expression, number>();
const bracketed = new WeakSet<Expression>();
const pending = new WeakMap<Parser, number>();

/** Where a part begins; undefined for one that operators make of others. */
export function startOf(node: Expression): number | undefined {
  return starts.get(node);
}

/** Whether it stands in brackets of its own. */
export function isBracketed(node: Expression): boolean {
  return bracketed.has(node);
}

/** The expression as the parser sees it. Throws a RuleError where that can't read it. */
export function parseExpression(text: string): Expression {
  setUp();
  try {
    return jsep(text);
  } catch (error) {
    const at = error instanceof Error && 'index' in error ? Number(error.index) : 0;
    throw new RuleError('nothing that a rule can hold stands there. Compare columns with ==, <, in or is null.', at);
  }
}

let isSetUp = false;

/** The parser is one for the whole process, and nothing else uses it. */
function setUp(): void {
  if (isSetUp) {
    return;
  }
  isSetUp = true;
  jsep.removeAllUnaryOps();
  jsep.removeAllBinaryOps();
  jsep.removeAllLiterals();
  UNARY.forEach((operator) => jsep.addUnaryOp(operator));
  BINARY.forEach(([precedence, operators]) =>
    operators.forEach((operator) => jsep.addBinaryOp(operator, precedence, precedence === 1))
  );
  LITERALS.forEach(([name, value]) => jsep.addLiteral(name, value));
  jsep.hooks.add('gobble-token', function (env) {
    const token = takeToken(this);
    if (token !== undefined) {
      env.node = token;
    }
  });
}

/** A token with its place; undefined where the parser is to take it by itself. */
function takeToken(parser: Parser): Expression | undefined {
  const at = parser.index;
  if (parser.expr.charAt(at) === '`') {
    return placed(quotedName(parser), at);
  }
  if (pending.get(parser) === at) {
    pending.delete(parser);
    return undefined;
  }
  pending.set(parser, at);
  const token = parser.gobbleToken();
  // The parser says false where there is none.
  return typeof token !== 'object' ? undefined : placed(token, at, parser.expr.charAt(at) === '(');
}

function placed(node: Expression, at: number, inBrackets = false): Expression {
  if (inBrackets) {
    bracketed.add(node);
  }
  if (!starts.has(node)) {
    starts.set(node, at);
  }
  return node;
}

/** A column's name with characters that names usually lack, between backticks; two of them stand for one. */
function quotedName(parser: Parser): Expression {
  const at = parser.index;
  const name = /^`((?:[^`]|``)*)`/.exec(parser.expr.slice(at));
  if (name === null) {
    throw Object.assign(new Error(), { index: at });
  }
  parser.index += name[0].length;
  return { type: 'Identifier', name: name[1].replaceAll('``', '`'), quoted: true };
}
