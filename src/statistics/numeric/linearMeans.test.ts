/** @jest-environment node */
import { deviationAt, meanDeviation, meanDistance } from './linearMeans';

/** Mean by the midpoint rule of many steps. */
function byQuadrature(of: (h: number) => number, left: number, right: number): number {
  const steps = 20_000;
  let sum = 0;
  for (let i = 0; i < steps; i++) {
    sum += of(left + ((i + 0.5) / steps) * (right - left));
  }
  return sum / steps;
}

const mean = (left: number, right: number) => meanDeviation(left, right, deviationAt(left), deviationAt(right));
const ENDS = [
  0, 1e-9, 1e-6, 0.001, 0.0012, 0.01, 0.03, 0.099, 0.101, 0.3, 0.31, 0.5, 0.519, 0.7, 0.88, 0.97, 0.98, 0.985, 0.9995,
  1,
];
const PAIRS = ENDS.flatMap((left) => ENDS.filter((right) => right > left).map((right) => [left, right] as const));

describe('means over an even rise', () => {
  it.each(PAIRS)('of sqrt(h(1 − h)) from %p to %p', (left, right) => {
    const exact = byQuadrature((h) => Math.sqrt(h * (1 - h)), left, right);
    expect(Math.abs(mean(left, right) / exact - 1)).toBeLessThan(1.5e-4);
  });

  it('of sqrt(h(1 − h)) without a rise, and beyond rounding’s reach of 0 and 1', () => {
    expect(mean(0.2, 0.2)).toBeCloseTo(0.4, 15);
    expect([mean(0, 0), mean(1, 1), mean(1, 1 + 2 ** -52)]).toEqual([0, 0, 0]);
  });

  it.each([
    [0.1, 0.3],
    [-0.1, 0.3],
    [0.2, -0.2],
    [0, 0],
    [0, -0.4],
  ])('of |d| from %p to %p', (left, right) => {
    expect(meanDistance(left, right)).toBeCloseTo(byQuadrature(Math.abs, left, right), 9);
  });
});
