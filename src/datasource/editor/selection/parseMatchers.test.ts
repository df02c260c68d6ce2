/** @jest-environment node */
import { parseMatchers, writeMatchers } from './parseMatchers';

test('reads and writes label matchers', () => {
  const text = 'model="delay",env=~"prod|canary",version!="1",path!~"a\\\\.b"';
  expect(parseMatchers(text)).toEqual([
    { label: 'model', operator: '=', value: 'delay' },
    { label: 'env', operator: '=~', value: 'prod|canary' },
    { label: 'version', operator: '!=', value: '1' },
    { label: 'path', operator: '!~', value: 'a\\.b' },
  ]);
  expect(writeMatchers(parseMatchers(text) ?? [])).toBe(text);
});

test('takes spaces, an empty list, commas within values, and variables as values', () => {
  expect(parseMatchers('')).toEqual([]);
  expect(parseMatchers(' a = "x,y" , b=~"$version" ')).toEqual([
    { label: 'a', operator: '=', value: 'x,y' },
    { label: 'b', operator: '=~', value: '$version' },
  ]);
});

test.each(['$matchers', 'a="x",$more', 'a=x', "a='x'", 'a="x" b="y"', '{a="x"}', 'a="\\x41"'])(
  'leaves what is no such list as text: %s',
  (text) => expect(parseMatchers(text)).toBeNull()
);
