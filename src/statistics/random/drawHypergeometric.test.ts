/** @jest-environment node */
import { hypergeometricLogProbability } from '../special/hypergeometricLogProbability';
import { drawHypergeometric } from './drawHypergeometric';
import { seededRandom } from './seededRandom';

const DRAWS = 20000;

describe('drawHypergeometric', () => {
  it.each([
    [5, 7, 6],
    [3, 1000, 500],
    [1000, 3, 500],
    [400, 600, 20],
    [400, 600, 980],
    [80, 60, 70],
    [60, 80, 120],
    [1000, 3000, 500],
  ])('follows its law: %d marked, %d unmarked, %d drawn', (marked, unmarked, draws) => {
    const random = seededRandom(11, 'hypergeometric');
    const counts = new Map<number, number>();
    for (let i = 0; i < DRAWS; i++) {
      const x = drawHypergeometric(marked, unmarked, draws, random);
      counts.set(x, (counts.get(x) ?? 0) + 1);
    }
    let chiSquare = 0;
    let cells = 0;
    let pooled = { observed: 0, expected: 0 };
    for (let x = Math.max(0, draws - unmarked); x <= Math.min(draws, marked); x++) {
      pooled.observed += counts.get(x) ?? 0;
      pooled.expected += DRAWS * Math.exp(hypergeometricLogProbability(x, marked, unmarked, draws));
      if (pooled.expected > 20) {
        chiSquare += (pooled.observed - pooled.expected) ** 2 / pooled.expected;
        cells += 1;
        pooled = { observed: 0, expected: 0 };
      }
    }
    // Five standard deviations above the mean of χ².
    expect(chiSquare).toBeLessThan(cells + 5 * Math.sqrt(2 * cells));
  });

  it('has the right mean and variance at counts of a billion', () => {
    const random = seededRandom(12, 'hypergeometric');
    const [marked, unmarked, draws] = [1e9, 1e9, 1e8];
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < DRAWS; i++) {
      const difference = drawHypergeometric(marked, unmarked, draws, random) - draws / 2;
      sum += difference;
      squares += difference * difference;
    }
    const variance = (draws / 4) * ((2e9 - draws) / (2e9 - 1));
    expect(Math.abs(sum / DRAWS) / Math.sqrt(variance / DRAWS)).toBeLessThan(5);
    expect(Math.abs(squares / DRAWS / variance - 1)).toBeLessThan(0.06);
  });

  it('has no choice at the ends', () => {
    const random = seededRandom(1, 'ends');
    expect(drawHypergeometric(0, 9, 4, random)).toBe(0);
    expect(drawHypergeometric(9, 0, 4, random)).toBe(4);
    expect(drawHypergeometric(9, 5, 0, random)).toBe(0);
    expect(drawHypergeometric(9, 5, 14, random)).toBe(9);
  });
});
