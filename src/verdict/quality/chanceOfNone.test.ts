/** @jest-environment node */
import { chanceOfNone } from './chanceOfNone';

it('is that of independent rows where all windows have the same share', () => {
  expect(chanceOfNone([0.02, 0.02, 0.02, 0.02, 0.02], 980)).toBeCloseTo(0.98 ** 980, 12);
});

it('is large where the share of some windows is next to nothing, and small where it varies but never was', () => {
  expect(chanceOfNone([0.001, 0.002, 0.1, 0.03, 0.004, 0.02], 980)).toBeGreaterThan(0.5);
  expect(chanceOfNone([0.05, 0.2, 0.1, 0.08, 0.15], 980)).toBeLessThan(1e-9);
  expect(chanceOfNone([0.05, 0, 0.1, 0.08, 0.15], 980)).toBe(1);
});

it('says nothing for too few windows', () => {
  expect(chanceOfNone([0.001, 0.1], 980)).toBe(0);
});
