/** @jest-environment node */
import fc from 'fast-check';
import { measureSchema } from '../../query/measure';
import { volumeDecisionSchema } from '../../query/volumeQuery';
import { judgeVolume } from './judgeVolume';

const number = fc.double({ min: 0, max: 1e6, noNaN: true });
const decisions = fc.record({
  deviation: fc.constantFrom(null, 0.1, 0.4, 1.5),
  z: fc.constantFrom(null, 2, 4),
  direction: fc.constantFrom('both', 'below', 'above'),
  noise: fc.constantFrom(0, 3),
});

it('is off exactly where a value lies outside of the band that is shown', () => {
  fc.assert(
    fc.property(
      number,
      fc.array(number, { minLength: 4, maxLength: 9 }),
      decisions,
      fc.boolean(),
      (value, past, asked, counts) => {
        fc.pre(asked.deviation !== null || asked.z !== null);
        const measure = measureSchema.parse({ name: 'x', aggregate: 'count', counts });
        const { severity, low, high, score } = judgeVolume(
          measure,
          { segment: {}, value, past },
          volumeDecisionSchema.parse(asked)
        );
        if (
          severity === null ||
          [low, high].some((edge) => edge !== null && Math.abs(edge - value) < 1e-9 * Math.abs(value) + 1e-9)
        ) {
          return;
        }
        const isOutside = (low !== null && value < low) || (high !== null && value > high);
        expect(severity === 2).toBe(isOutside);
        expect((score ?? NaN) >= 1).toBe(isOutside);
      }
    ),
    { seed: 5, numRuns: 2000 }
  );
});
