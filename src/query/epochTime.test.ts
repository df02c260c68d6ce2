/** @jest-environment node */
import { epochUnitOf, isSerialDay, isWrittenDate, millisecondsOf } from './epochTime';

const TIME = Date.UTC(2024, 1, 4, 10, 30, 0, 123);

it.each([
  [TIME / 1e3, 'seconds'],
  [TIME, 'milliseconds'],
  [TIME * 1e3, 'microseconds'],
  [TIME * 1e6, 'nanoseconds'],
] as const)('%d counts %s', (value, unit) => {
  expect(epochUnitOf(value)).toBe(unit);
  expect(millisecondsOf(value, unit)).toBe(TIME);
});

it.each([
  [0, 'small'],
  [20240204, 'small'],
  [45326.5, 'small'],
  [-1, 'small'],
  [253402300799, 'milliseconds'],
  [7258118400, 'late'],
  [20240204103000, 'late'],
  [Infinity, 'late'],
  [9.3e18, 'late'],
])('%d: %s', (value, unit) => {
  expect(epochUnitOf(value)).toBe(unit);
});

it('knows dates that are only written in figures', () => {
  expect([20240204, 2024020410, 202402041030, 20240204103059].map(isWrittenDate)).toEqual([true, true, true, true]);
  expect([20241304, 20240232, 20240204.5, 1707042600, 1707042600000, 2024].map(isWrittenDate)).toEqual(
    Array(6).fill(false)
  );
  expect([45326.5, 12, 1707042600].map(isSerialDay)).toEqual([true, false, false]);
});
