/** @jest-environment node */
import { isForAlert, ruleOf } from './ruleOf';

it.each([
  [{ FromAlert: 'true', 'http_X-Rule-Uid': 'drift-1' }, 'drift-1'],
  [{ 'http_X-Rule-Uid': 'a%2Fb' }, 'a/b'],
  [{ 'http_X-Rule-Uid': '' }, undefined],
  [{ 'http_X-Rule-Uid': '100%' }, '100%'],
  [{ 'http_X-Rule-Uid': '%ff%zz' }, '%ff%zz'],
  [{ 'http_X-Panel-Id': '2' }, undefined],
])('of %j is %p', (headers, rule) => {
  expect(ruleOf(headers as Record<string, string>)).toBe(rule);
});

it.each([
  [{ FromAlert: 'true' }, true],
  [{ Fromalert: 'true', 'http_X-Rule-Uid': 'drift-1' }, true],
  [{ http_FromAlert: 'true' }, true],
  [{ FromAlert: 'false' }, false],
  [{ 'http_X-Panel-Id': '2' }, false],
  [{}, false],
])('%j is for an alert: %p', (headers, expected) => {
  expect(isForAlert(headers as Record<string, string>)).toBe(expected);
});
