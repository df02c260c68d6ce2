/** @jest-environment node */
import fc from 'fast-check';
import { beforeAndNow, number, percent } from './figures';

it.each([
  [1019.6, 1020.4, '1,019.6', '1,020.4'],
  [80_250, 80_300.4, '80,250', '80,300'],
  [1020, 1020, '1,020', '1,020'],
  [10.2, 37.9, '10.2', '37.9'],
  [1e12, 1.0001e12, '1e+12', '1.0001e+12'],
  [0, 1e-300, '0', '1e-300'],
  [undefined, 3, 'unknown', '3'],
])('%p and %p are written %p and %p', (before, now, ...written) => {
  expect(beforeAndNow(before, now)).toEqual(written);
});

it('writes shares as percentages', () => {
  expect(beforeAndNow(0.12341, 0.12344, percent)).toEqual(['12.341%', '12.344%']);
  expect(beforeAndNow(0.5, 0.25, percent)).toEqual(['50%', '25%']);
});

it('tells any two numbers apart that differ by more than a rounding error', () => {
  const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(value, fc.double({ min: 1e-9, max: 1, noNaN: true }), (before, relative) => {
      const now = before * (1 + relative) + 1e-6;
      const [first, second] = beforeAndNow(before, now);
      expect(first).not.toBe(second);
    }),
    { seed: 1 }
  );
});

it('says what is unknown, and keeps to three digits alone', () => {
  expect([number(null), number(0.000123), number(12345.6), percent(undefined)]).toEqual([
    'unknown',
    '1.23e-4',
    '12,346',
    'unknown',
  ]);
});
