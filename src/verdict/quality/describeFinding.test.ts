/** @jest-environment node */
import { describeFinding } from './describeFinding';
import type { Facts, FindingCode } from './Finding';

const said = (code: FindingCode, facts: Facts) =>
  describeFinding({ check: 'range', code, pValue: null, pAdjusted: null, severity: 2, facts });
const outside = { count: 2, total: 400, share: 0.005 };

it.each<[FindingCode, Facts, string]>([
  [
    'outside_range',
    { ...outside, min: 0, max: 100, farthest: -15 },
    '2 of 400 values (0.5%) are outside the allowed range 0 to 100; the farthest is -15.',
  ],
  [
    'outside_range',
    { ...outside, min: 0, max: null, farthest: null },
    '2 of 400 values (0.5%) are outside the allowed range from 0 on.',
  ],
  [
    'outside_usual',
    { ...outside, min: 1700000000000, max: 1700090000000, farthest: 1701000000000 },
    "2 of 400 values (0.5%) are far outside the baseline's range with a margin, 1.7e+12 to 1.7001e+12; the farthest is 1.701e+12.",
  ],
  [
    'length_outside',
    { ...outside, min: 0, max: 3, example: null },
    '2 of 400 values (0.5%) are shorter or longer than allowed (0 to 3, in characters).',
  ],
  [
    'mistyped',
    { ...outside, found: 'text', expected: 'numbers', example: 'n/a' },
    '2 of 400 values (0.5%) are text where numbers belong, such as "n/a".',
  ],
  // What is too rare to be named has no name in the facts either.
  ['category_new', { ...outside, category: null }, 'New category (too rare to be named): 0.5% of the values (2).'],
  [
    'spelling_changed',
    { ...outside, way: 'spaces around them', example: null, known: null },
    '2 of 400 values (0.5%) differ from known ones only by spaces around them.',
  ],
])('%s of %j', (code, facts, sentence) => {
  expect(said(code, facts)).toBe(sentence);
});
