/** @jest-environment node */
import { SeededRandom, seededRandom } from './seededRandom';

describe('seededRandom', () => {
  it('gives the words of the reference implementation in C', () => {
    // From xoshiro128starstar.c, state {1, 2, 3, 4}.
    const random = new SeededRandom(1, 2, 3, 4);
    expect(Array.from({ length: 10 }, () => random.nextUint32())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('repeats for the same seed and name, and differs for another of either', () => {
    const draws = (seed: number, name: string) => {
      const random = seededRandom(seed, name);
      return Array.from({ length: 4 }, () => random.nextUint32());
    };
    expect(draws(1, 'psi')).toEqual(draws(1, 'psi'));
    const streams = [draws(1, 'psi'), draws(2, 'psi'), draws(1, 'kl'), draws(1, ''), draws(0, ''), draws(1, 'isp')];
    expect(new Set(streams.map((s) => s.join())).size).toBe(streams.length);
  });

  it('is uniform within and between streams', () => {
    const buckets = new Float64Array(16);
    for (let stream = 0; stream < 1000; stream++) {
      const random = seededRandom(stream, 'uniform');
      for (let i = 0; i < 16; i++) {
        const value = random.next();
        expect(value >= 0 && value < 1).toBe(true);
        buckets[Math.floor(value * 16)] += 1;
      }
    }
    const chiSquare = buckets.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // The 99.99% quantile of chi-square with 15 degrees of freedom.
    expect(chiSquare).toBeLessThan(44.3);
  });

  it('draws below a bound without bias', () => {
    const random = seededRandom(7, 'below');
    const counts = new Float64Array(6);
    for (let i = 0; i < 60000; i++) {
      counts[random.below(6)] += 1;
    }
    expect(counts.reduce((sum, count) => sum + (count - 10000) ** 2 / 10000, 0)).toBeLessThan(25.7);
    expect(random.below(1)).toBe(0);
  });
});
