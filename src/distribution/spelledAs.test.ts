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
  { what: 'versions that go on', baseline: ['1.8', '1.9'], current: ['1.9', '1.10', '1.11'] },
  { what: 'the version 1.10 after 1.1', baseline: ['1.1', '1.2'], current: ['1.10', '1.11', '1.12'] },
  { what: 'versions of which one side has both', baseline: ['1.1', '1.2', '1.10'], current: ['1.10', '1.20'] },
  { what: 'padded decimals beside text', baseline: ['0.1', '0.5', 'none'], current: ['0.10', '0.50', 'none'] },
])('leaves $what alone', ({ baseline, current }) => {
  const before = categoriesFromValues(current);
  expect(spelledAs(categoriesFromValues(baseline).byCategory, before).byCategory).toEqual(before.byCategory);
});

it.each([
  {
    what: 'as a baseline without them',
    baseline: ['0.1', '1', '1.01', '10', '0.01'],
    current: ['0.10', '0.10', '1.00', '1.01', '10.00', '0.01'],
    expected: { '0.1': 2, '1': 1, '1.01': 1, '10': 1, '0.01': 1 },
  },
  {
    what: 'as a baseline with them',
    baseline: ['0.10', '1.00', '-2.50'],
    current: ['0.1', '1.0', '-2.5'],
    expected: { '0.10': 1, '1.00': 1, '-2.50': 1 },
  },
  {
    what: 'but for numbers that are new',
    baseline: ['0.1', '0.5'],
    current: ['0.10', '0.50', '0.75'],
    expected: { '0.1': 1, '0.5': 1, '0.75': 1 },
  },
])('spells decimals with zeros behind them $what', ({ baseline, current, expected }) => {
  expect(counted(baseline, current)).toEqual(expected);
});
