/** @jest-environment node */
import { parseRule } from './parseRule';
import { describeRuleError, RuleError } from './RuleError';
import type { RuleNode } from './RuleNode';

/** The structure, with brackets around everything. */
function shape(node: RuleNode): string {
  switch (node.kind) {
    case 'literal':
      return node.raw;
    case 'column':
      return node.name;
    case 'not':
    case 'negative':
      return `(${node.kind} ${shape(node.of)})`;
    case 'null':
      return `(${shape(node.of)} is null)`;
    case 'among':
      return `(${shape(node.of)} in ${node.values.map(shape).join(' ')})`;
    case 'call':
      return `${node.name}(${shape(node.of)})`;
    default:
      return `(${node.sides.map(shape).join(` ${node.op} `)})`;
  }
}

function problemOf(text: string): string {
  try {
    parseRule(text);
  } catch (error) {
    if (error instanceof RuleError) {
      return describeRuleError(error, text);
    }
    throw error;
  }
  return 'none';
}

describe('parseRule', () => {
  it.each([
    ['start <= end', '(start <= end)'],
    ['status = "paid" implies amount > 0', '((status == "paid") implies (amount > 0))'],
    ['a <> 1 AND b IS NOT NULL', '((a != 1) and (not (b is null)))'],
    ['a == 1 or b == 2 and c == 3', '((a == 1) or ((b == 2) and (c == 3)))'],
    ['a == 1 implies b == 1 implies c == 1', '((a == 1) implies ((b == 1) implies (c == 1)))'],
    ['a + b * c - 1 < -2.5', '(((a + (b * c)) - 1) < -2.5)'],
    ['not a == b and c > 1', '((not (a == b)) and (c > 1))'],
    ['c > 1 && !a + 1 == b', '((c > 1) and (not ((a + 1) == b)))'],
    ['(not a) == b', '((not a) == b)'],
    ['not (a == b or c)', '(not ((a == b) or c))'],
    ['not not a is null', '(not (not (a is null)))'],
    ['a in (1, 2) and b not   in ("x")', '((a in 1 2) and (not (b in "x")))'],
    ["a in ['x', 'y']", "(a in 'x' 'y')"],
    ['features.age >= 18', '(features.age >= 18)'],
    ['`unit price` * `a``b` > 0 and `in` is null', '(((unit price * a`b) > 0) and (in is null))'],
    ['abs(a - b) <= 0.01 and LENGTH(name) > 2', '((abs((a - b)) <= 0.01) and (length(name) > 2))'],
    ['größe > 0', '(größe > 0)'],
    ['a\n  == 1', '(a == 1)'],
    ['-a < 1', '((negative a) < 1)'],
    ['__proto__ == 1', '(__proto__ == 1)'],
  ])('reads %s', (text, structure) => expect(shape(parseRule(text))).toBe(structure));

  it.each([
    ['', 'at its end: it is empty'],
    ['1 < 2', 'at character 1 (1 < 2): it names no column'],
    ['start <= and end', 'at character 10 (and end): a value is missing before "and"'],
    ['a = 1 b = 2', 'at character 7 (b = 2): an operator is missing'],
    ['a == ', 'at its end: nothing that a rule can hold stands there'],
    ['(a == 1', 'at its end: nothing'],
    ['a == 1; b == 2', 'at character 9 (b == 2): an operator is missing'],
    ['a ? 1 : 2', 'at character 1 (a ? 1 : 2): a rule has no such thing'],
    ['a[0] == 1', 'at character 1 (a[0] == 1): this is no name of a column'],
    ['a.constructor("x") == 1', 'there is no function ""'],
    ['constructor(1) == a', 'there is no function "constructor": there are abs, length, lower'],
    ['abs(a, b) > 1', 'abs takes one value'],
    ['a in b', 'behind "in" stands a list of values'],
    ['a in (1, b)', 'at character 10 (b)): behind "in" stands a list of values'],
    ['a in ()', 'nothing that a rule can hold stands there'],
    ['a is 1', 'at character 6 (1): behind "is" stands null or not null'],
    ['a not 1', 'at character 7 (1): behind a column, "not" is followed by in'],
    ['`a == 1', 'at character 1 (`a == 1): nothing'],
    ['a == $limit', 'holds the variable $limit, which nothing filled'],
    ['(a, b) == 1', 'a list belongs behind "in" alone'],
    ['this == 1', 'a rule has no such thing'],
  ])('refuses %j', (text, reason) => expect(problemOf(text)).toContain(reason));

  it('refuses what is too long, too deep, or of too many parts, at once', () => {
    const begun = performance.now();
    expect(problemOf(`a == "${'x'.repeat(3000)}"`)).toContain('longer than 2000 characters');
    expect(problemOf(`${'('.repeat(900)}a${')'.repeat(900)}`)).toContain('nested more than 40 deep');
    expect(problemOf(`${'not '.repeat(400)}a`)).toContain('nested more than 40 deep');
    expect(problemOf(`a in (${'1,'.repeat(400)}1)`)).toContain('more than 300 parts');
    expect(problemOf(`${'"'.repeat(1999)}`)).not.toBe('none');
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  it('says where each part stands', () => {
    const rule = parseRule('  amount > 0 implies  `x y` == 1');
    expect(rule).toMatchObject({
      sides: [{ at: 2 }, { at: 22, sides: [{ at: 22, name: 'x y' }, { at: 31 }] }],
    });
  });
});
