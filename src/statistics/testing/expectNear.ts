/** Fails unless the number is within a relative distance of the expected one. */
export function expectNear(actual: number | null | undefined, expected: number, relative = 1e-9): void {
  if (actual === expected) {
    return;
  }
  const difference = typeof actual === 'number' ? Math.abs(actual - expected) / Math.abs(expected) : NaN;
  if (!(difference <= relative)) {
    throw new Error(`${actual} is not within ${relative} of ${expected}: relative difference ${difference}`);
  }
}
