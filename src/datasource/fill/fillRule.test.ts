/** @jest-environment node */
import { parseRule } from '../../query/rule/parseRule';
import { interpolateQuery } from '../interpolateQuery';
import { fillRule } from './fillRule';
import { variablesOf } from './testing/variablesOf';

const variables = variablesOf({
  regions: ['eu', 'u"s'],
  limit: ['5'],
  code: ['007'],
  column: ['unit price'],
  quoted: ['a"b\\c$d'],
  none: [],
});

it.each([
  ['region in ($regions)', 'region in ("eu", "u\\"s")'],
  ['amount <= $limit', 'amount <= 5'],
  ['zip == $code', 'zip == "007"'],
  ['s == "x $limit"', 's == "x 5"'],
  ['s == "$quoted"', 's == "a\\"b\\\\c\\$d"'],
  ["s == 'it\\'s $limit'", "s == 'it\\'s 5'"],
  ['`$column` > 0', '`unit price` > 0'],
  ['`a\\` == $code', '`a\\` == "007"'],
  ['`a``b` == $code', '`a``b` == "007"'],
  ['a > 0', 'a > 0'],
])('fills %s', (text, filled) => {
  expect(fillRule(text, 'expr', variables)).toBe(filled);
  expect(() => parseRule(filled)).not.toThrow();
});

it('refuses several values, or none, where there can be one', () => {
  expect(() => fillRule('s == "$regions"', 'expr', variables)).toThrow('regions');
  expect(() => fillRule('s in ($none)', 'expr', variables)).toThrow('none');
});

it('is how the rules of a query are filled', () => {
  const query = { rules: [{ name: 'r', expr: 'region in ($regions)' }] };
  expect(interpolateQuery(query, variables).rules[0].expr).toBe('region in ("eu", "u\\"s")');
});
