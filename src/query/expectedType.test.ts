/** @jest-environment node */
import { expectationSchema } from './expectation';
import { expectedType } from './expectedType';
import { featureSchema } from './selection';

it.each([
  ['a range of codes', { min: 0, max: 3 }, 'categorical', 'numeric'],
  ['a set of numbers', { allowed: ['1', '2'] }, 'numeric', 'categorical'],
  ['a set of truths', { allowed: ['0'] }, 'boolean', 'boolean'],
  ['a pattern of numbers', { pattern: '\\d{4}' }, 'numeric', 'categorical'],
  ['a length of prose', { maxLength: 80 }, 'text', 'text'],
  ['nothing', {}, 'categorical', 'categorical'],
  ['a type', { type: 'text' }, 'numeric', 'text'],
  ['a range of times', { min: 0 }, 'time', 'numeric'],
] as const)('%s makes the type', (_, expect_, found, type) => {
  expect(expectedType(expectationSchema.parse(expect_), found)).toBe(type);
});

const problem = (result: { error?: { issues: ReadonlyArray<{ message: string }> } }) =>
  result.error?.issues.map(({ message }) => message);

it.each([
  [{ type: 'categorical', min: 1 }, 'has "min", which is no expectation of the type categorical, but of numeric'],
  [
    { type: 'numeric', pattern: 'a' },
    'has "pattern", which is no expectation of the type numeric, but of categorical or text',
  ],
  [{ min: 1, allowed: ['1'] }, 'has "min", which numbers have, beside "allowed", which texts and categories have'],
])('refuses what would be passed over: %j', (expect_, message) => {
  expect(problem(expectationSchema.safeParse(expect_))).toEqual([message]);
});

it.each([
  [{ min: '2024-06-30T12:00', max: '2024-06-30' }, true],
  [{ min: '2024-06-30', max: '2024-06-30' }, true],
  [{ min: '2024-06-30T12:00', max: '2024-06-30T12:00' }, true],
  [{ min: '2024-07-01', max: '2024-06-30' }, false],
  [{ min: '2024-06-30T12:00', max: '2024-06-30T11:00' }, false],
])('allows all of the last day: %j is %s', (expect_, isAllowed) => {
  expect(expectationSchema.safeParse(expect_).success).toBe(isAllowed);
});

it('refuses an expectation of another type than the feature has', () => {
  const wrong = featureSchema.safeParse({ name: 'age', type: 'categorical', expect: { max: 99 } });
  expect(problem(wrong)).toEqual(['has "max", which is no expectation of the type categorical, but of numeric']);
  expect(featureSchema.safeParse({ name: 'age', type: 'numeric', expect: { max: 99 } }).success).toBe(true);
});
