/** @jest-environment node */
import { categoriesFromValues } from './categoriesFromValues';
import { spelledAs } from './spelledAs';

const counted = (baseline: unknown[], current: unknown[]) =>
  Object.fromEntries(spelledAs(categoriesFromValues(baseline).byCategory, categoriesFromValues(current)).byCategory);

it.each([
  {
    what: 'fractions of nothing as the baseline has none',
    baseline: ['1', '-2'],
    current: ['1.0', '-2.00'],
    expected: { '1': 1, '-2': 1 },
  },
  {
    what: 'whole numbers as the baseline writes fractions',
    baseline: ['1.0'],
    current: [1, 1],
    expected: { '1.0': 2 },
  },
  { what: 'both ways in the current data', baseline: [1], current: ['1', '1.0'], expected: { '1': 2 } },
  {
    what: 'beyond what a double holds',
    baseline: ['9007199254740993'],
    current: ['9007199254740993.0'],
    expected: { '9007199254740993': 1 },
  },
])('spells whole numbers as the baseline does: $what', ({ baseline, current, expected }) => {
  expect(counted(baseline, current)).toEqual(expected);
});

it.each([
  { what: 'leading zeros', baseline: ['7'], current: ['007'] },
  { what: 'another number', baseline: ['1', '2'], current: ['3.0'] },
  { what: 'a fraction', baseline: ['1'], current: ['1.5'] },
  { what: 'text', baseline: ['v1', '__proto__'], current: ['v1.0', 'constructor'] },
])('leaves $what alone', ({ baseline, current }) => {
  const before = categoriesFromValues(current);
  expect(spelledAs(categoriesFromValues(baseline).byCategory, before).byCategory).toEqual(before.byCategory);
});
