/** @jest-environment node */
import { splitArms } from '../batch/splitArms';
import { cleanMatchers, labelName, selector } from './names';
import { parseSelector } from './parseSelector';
import { quote } from './quote';
import { union } from './union';

it('writes selectors, with the wider alphabet of Prometheus 3 in quotes', () => {
  expect(selector('up', [])).toBe('up');
  expect(selector('up', ['', 'a="b"', 'c=~"d|e"'])).toBe('up{a="b",c=~"d|e"}');
  expect(selector('model.latency', ['a="b"'])).toBe('{"model.latency",a="b"}');
  expect(labelName('k8s.pod')).toBe('"k8s.pod"');
  expect(quote('a"b\\c\nd')).toBe('"a\\"b\\\\c\\nd"');
});

it('takes matchers with and without braces', () => {
  expect(cleanMatchers(' {a="b", c="}"} ')).toBe('a="b", c="}"');
  expect(cleanMatchers('a="b",')).toBe('a="b"');
  expect(cleanMatchers(undefined)).toBe('');
});

it('knows a plain selector from free PromQL', () => {
  expect(parseSelector(' latency_bucket{le="}",model="delay"} ')).toEqual({
    metric: 'latency_bucket',
    matchers: 'le="}",model="delay"',
  });
  expect(parseSelector('latency')).toEqual({ metric: 'latency', matchers: '' });
  for (const expr of ['rate(a[5m])', 'a + b', 'a{b="c"} offset 1d', 'a[5m]', 'NaN', '{a="b"}', 'a{b="c"', '1']) {
    expect(parseSelector(expr)).toBeNull();
  }
});

it('joins expressions in a balanced tree, each with its id', () => {
  const arms = ['a', 'b', 'c'].map((id) => ({ id, expr: `x_${id}` }));
  const named = (id: string) => `label_replace(x_${id},"modelwatch_arm","${id}","","")`;
  expect(union(arms)).toBe(`(${named('a')} or (${named('b')} or ${named('c')}))`);
  expect(union(arms.slice(0, 1))).toBe(named('a'));
});

it('asks for a hundred features over a week of hours in four requests, and for few over many windows in more', () => {
  const arms = Array.from({ length: 100 }, (_, i) => ({ id: String(i), expr: '' }));
  expect(splitArms(arms, 168)).toHaveLength(4);
  expect(splitArms(arms, 2000)).toHaveLength(10);
  expect(splitArms(arms, 1e9)).toHaveLength(100);
  expect(splitArms([], 10)).toEqual([]);
});
