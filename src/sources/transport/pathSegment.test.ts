/** @jest-environment node */
import { pathSegment } from './pathSegment';

it.each(['..', '.', '', ' ', '../_cluster', 'a/../../b', '..\\b', '%2e%2e', 'a/%2E%2e/b', ' .. ', 'a\nb'])(
  'refuses %j',
  (name) => {
    expect(() => pathSegment(name, 'an index')).toThrow(/is no name of an index: it would lead elsewhere/);
  }
);

it.each([
  ['logs-*', 'logs-*'],
  ['a,b', 'a%2Cb'],
  ['<logs-{now/d}>', '%3Clogs-%7Bnow%2Fd%7D%3E'],
  ['.hidden', '.hidden'],
  ['a..b', 'a..b'],
  ['...', '...'],
])('writes %j as one segment', (name, segment) => {
  expect(pathSegment(name, 'an index')).toBe(segment);
});
