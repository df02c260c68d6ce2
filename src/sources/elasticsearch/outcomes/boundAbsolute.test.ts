import { boundAbsolute, type GridCell } from './boundAbsolute';

/** A generator of numbers from 0 to 1 that gives the same ones each time. */
function lcg(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

function gridOf(rows: ReadonlyArray<readonly [number, number]>, side: number): GridCell[] {
  const cells = new Map<string, GridCell>();
  for (const [p, y] of rows) {
    const [i, j] = [Math.floor(p / side), Math.floor(y / side)];
    const { rows: n, predicted, actual } = cells.get(`${i} ${j}`) ?? { rows: 0, predicted: 0, actual: 0 };
    cells.set(`${i} ${j}`, { rows: n + 1, predicted: predicted + p, actual: actual + y, isDiagonal: i === j });
  }
  return [...cells.values()];
}

describe('boundAbsolute', () => {
  it('holds the sum of the errors, and comes close with cells of less than half the root mean square', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const next = lcg(seed);
      const scale = 10 ** (Math.floor(next() * 5) - 2);
      const rows = Array.from({ length: 1 + Math.floor(next() * 400) }, (): [number, number] => {
        const y = (next() - 0.5) * 100 * scale;
        return [y + (next() + next() + next() - 1.5) * 10 * scale, y];
      });
      const squares = rows.reduce((sum, [p, y]) => sum + (p - y) ** 2, 0);
      const absolute = rows.reduce((sum, [p, y]) => sum + Math.abs(p - y), 0);
      const side = Math.sqrt(squares / rows.length) / 2.5;
      const { low, high } = boundAbsolute(gridOf(rows, side), side, squares);
      expect(low).toBeLessThanOrEqual(absolute * (1 + 1e-12));
      expect(high).toBeGreaterThanOrEqual(absolute * (1 - 1e-12));
      expect(high - low).toBeLessThan(rows.length < 100 ? Infinity : 0.12 * absolute);
    }
  });

  it('is exact where no row lies on the diagonal, and 0 where there are no errors', () => {
    expect(boundAbsolute([{ rows: 2, predicted: 30, actual: 4, isDiagonal: false }], 10, 338)).toEqual({
      low: 26,
      high: 26,
    });
    expect(boundAbsolute([{ rows: 2, predicted: 4, actual: 4, isDiagonal: true }], 10, 0)).toEqual({ low: 0, high: 0 });
  });
});
