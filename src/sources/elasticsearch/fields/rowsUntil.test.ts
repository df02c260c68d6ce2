/** @jest-environment node */
import { rowsUntil } from './rowsUntil';

it('tells in how many rows so many different values are met', () => {
  expect(rowsUntil(1000, 50, 4000)).toBe(4000);
  expect(rowsUntil(1000, 4000, 4000)).toBeCloseTo(1000);
  // Of 2,000 customers with very many visits each a half are met after 2000 · ln 2.
  expect(rowsUntil(1000, 2000, 10_000_000)).toBeCloseTo(2000 * Math.LN2, 0);
  // The store estimates: there may seem to be more than there are rows.
  expect(rowsUntil(1000, 4040, 4000)).toBeLessThan(1000);
  expect(rowsUntil(1000, 0, 0)).toBe(0);
});
