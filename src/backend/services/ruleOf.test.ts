/** @jest-environment node */
import { ruleOf } from './ruleOf';

it.each([
  [{ FromAlert: 'true', 'http_X-Rule-Uid': 'drift-1' }, 'drift-1'],
  [{ 'http_X-Rule-Uid': 'a%2Fb' }, 'a/b'],
  [{ 'http_X-Rule-Uid': '' }, undefined],
  [{ 'http_X-Panel-Id': '2' }, undefined],
])('of %j is %p', (headers, rule) => {
  expect(ruleOf(headers as Record<string, string>)).toBe(rule);
});
