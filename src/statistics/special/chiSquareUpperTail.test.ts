/** @jest-environment node */
import { countsFixture } from '../testing/counts.fixture';
import { expectNear } from '../testing/expectNear';
import { chiSquareUpperTail, gammaUpperTail } from './chiSquareUpperTail';

describe('chiSquareUpperTail', () => {
  it.each(countsFixture.chiSquareTails)('is $p at $x with $degrees degrees', ({ x, degrees, p }) => {
    expectNear(chiSquareUpperTail(x, degrees), p, 1e-11);
  });

  it('is exact where there is a closed form, and monotone across the change of method', () => {
    for (let x = 0; x < 1400; x += 7.3) {
      expectNear(chiSquareUpperTail(x, 2), Math.exp(-x / 2), 1e-12);
    }
    let last = 1;
    for (let x = 18; x < 24; x += 0.001) {
      const next = chiSquareUpperTail(x, 19);
      expect(next).toBeLessThan(last);
      last = next;
    }
  });

  it('has its ends', () => {
    expect(chiSquareUpperTail(0, 3)).toBe(1);
    expect(chiSquareUpperTail(-1, 3)).toBe(1);
    expect(chiSquareUpperTail(Infinity, 3)).toBe(0);
    expect(gammaUpperTail(1e5, 1)).toBe(0);
  });
});
