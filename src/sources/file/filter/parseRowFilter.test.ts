/** @jest-environment node */
import { SourceError } from '../../SourceError';
import { parseRowFilter } from './parseRowFilter';

const is = (column: string, ...values: string[]) => ({ column, values, negated: false });

it.each([
  ['', []],
  ['*', []],
  ['carrier:UA AND distance:*', [is('carrier', 'UA'), { column: 'distance', values: null, negated: false }]],
  ['-carrier:UA', [{ ...is('carrier', 'UA'), negated: true }]],
  ['city:("a b" OR c OR "d\\"e")', [is('city', 'a b', 'c', 'd"e')]],
  ['NOT city:("a") && x:1', [{ ...is('city', 'a'), negated: true }, is('x', '1')]],
  ['city:"x\\"y"', [is('city', 'x"y')]],
  ['city:"C:\\\\temp"', [is('city', 'C:\\temp')]],
  ['city:C\\:\\\\temp', [is('city', 'C:\\temp')]],
  ['region\\/zone:eu/west', [is('region/zone', 'eu/west')]],
  ['my\\ column:"US\\$x"', [is('my column', 'US$x')]],
  ['"my column":-5', [is('my column', '-5')]],
  ['time:2013-07-01T00:00:00Z', [is('time', '2013-07-01T00:00:00Z')]],
  ["city:UA:1 AND name:O'Hare", [is('city', 'UA:1'), is('name', "O'Hare")]],
  ['income:"<=50K" AND x:"a*"', [is('income', '<=50K'), is('x', 'a*')]],
])('%s', (text, terms) => expect(parseRowFilter(text)).toEqual(terms));

it.each([
  ["city:{UA:1,O'Hare}", 'they have no wildcards'],
  ['city:UA*', 'they have no wildcards'],
  ['city:U?', 'they have no wildcards'],
  ['distance:>1000', 'they have no wildcards'],
  ['distance:[1 TO 5]', 'they have no wildcards'],
  ['city:/U.*/', 'they have no wildcards'],
  ['city:UA~2', 'they have no wildcards'],
  ['city:(a OR b*)', 'they have no wildcards'],
  ['city:"C:\\temp"', 'has a single backslash in "C:\\temp"'],
  ['city:(a b)', 'cannot be read at'],
  ['city:("a" AND "b")', 'cannot be read at'],
  ['a:1 OR b:2', 'cannot be read at "OR b:2"'],
  ['city:', 'cannot be read at'],
])('%s is refused', (text, message) => {
  expect(() => parseRowFilter(text)).toThrow(SourceError);
  expect(() => parseRowFilter(text)).toThrow(message);
});
