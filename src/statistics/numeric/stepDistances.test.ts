import fc from 'fast-check';
import { largestStep, stepAreas } from './stepDistances';

/** Few different values, so that they are tied within and between the samples. */
const sample = fc
  .array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true })), {
    minLength: 1,
    maxLength: 30,
  })
  .map((values) => Float64Array.from(values).sort());

test('the largest step is the same alone and beside the areas, and by its definition', () => {
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      const alone = largestStep(a, b);
      const beside = stepAreas(a, b).largest;
      expect(beside).toEqual(alone);
      expect(largestStep(a, b)).toBe(beside);
      const upTo = (values: Float64Array, x: number) => values.filter((value) => value <= x).length;
      const steps = [...a, ...b].map((x) => Math.abs(upTo(a, x) * b.length - upTo(b, x) * a.length));
      expect(alone.scaled).toBe(Math.max(...steps));
    }),
    { seed: 1 }
  );
});

test('negative zero counts as zero', () => {
  const a = Float64Array.from([-0, 1]);
  const b = Float64Array.from([0]);
  expect(largestStep(a, b)).toEqual({ scaled: 1, at: 0 });
  expect(stepAreas(a, b).largest).toEqual({ scaled: 1, at: 0 });
});
