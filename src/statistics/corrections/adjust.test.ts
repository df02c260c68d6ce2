/** @jest-environment node */
import fc from 'fast-check';
import { countsFixture } from '../testing/counts.fixture';
import { expectNear } from '../testing/expectNear';
import { adjust } from './adjust';

const CORRECTIONS = ['bh', 'by', 'holm', 'bonferroni'] as const;

describe('adjust', () => {
  for (const correction of CORRECTIONS) {
    it(`agrees with statsmodels and R for ${correction}`, () => {
      for (const fixture of countsFixture.adjusted) {
        const adjusted = adjust(Object.freeze([...fixture.pValues]), correction);
        adjusted.forEach((p, i) => {
          expectNear(p, fixture[correction][i], 1e-12);
          expectNear(p, fixture.r[correction][i], 1e-12);
        });
      }
    });
  }

  it('leaves what does not exist as it is, and does not count it', () => {
    for (const correction of CORRECTIONS) {
      const [first, second] = adjust([0.01, 0.04], correction);
      expect(adjust([null, 0.01, null, 0.04], correction)).toEqual([null, first, null, second]);
      expect(adjust([], correction)).toEqual([]);
      expect(adjust([null], correction)).toEqual([null]);
    }
    expect(adjust([0.3, null], 'none')).toEqual([0.3, null]);
  });

  it('never lowers a p-value, keeps their order, and holm never exceeds bonferroni', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (pValues) => {
        for (const correction of CORRECTIONS) {
          const adjusted = adjust(pValues, correction) as number[];
          adjusted.forEach((p, i) => {
            expect(p).toBeGreaterThanOrEqual(pValues[i]);
            expect(p).toBeLessThanOrEqual(1);
            pValues.forEach((other, j) => {
              expect(other < pValues[i] && adjusted[j] > p).toBe(false);
            });
          });
        }
        const bonferroni = adjust(pValues, 'bonferroni') as number[];
        adjust(pValues, 'holm').forEach((p, i) => expect(p).toBeLessThanOrEqual(bonferroni[i]));
      }),
      { seed: 1 }
    );
  });
});
