/** @jest-environment node */
import reference from '../../../tests/fixtures/verdict/detectable.json';
import { detectableKs, detectableMeanShift } from './detectableNumeric';
import { detectableMissingRate } from './detectableMissingRate';
import { detectableTotalVariation } from './detectableTotalVariation';
import { effectiveAlpha } from './effectiveAlpha';
import { noncentralityFor } from './noncentrality';

describe('noncentralityFor', () => {
  it.each(reference.noncentrality)(
    'agrees with SciPy: $degrees degrees, alpha $alpha, power $power',
    ({ degrees, alpha, power, value }) => {
      expect(Math.abs(noncentralityFor(degrees, alpha, power) / value - 1)).toBeLessThan(1e-6);
    }
  );
});

describe('detectableMeanShift', () => {
  it.each(reference.ks_power)(
    'is the shift that SciPy finds with power 0.8: n $n, m $m, alpha $alpha',
    ({ n, m, alpha, shift, power }) => {
      const found = detectableMeanShift(n, m, alpha, 0.8);
      expect(Math.abs((found ?? 0) / shift - 1)).toBeLessThan(0.02);
      expect(power).toBeGreaterThan(0.79);
      expect(power).toBeLessThan(0.86);
    }
  );

  it('shrinks with data and grows with the power asked for', () => {
    expect(detectableMeanShift(4000, 4000, 0.05, 0.8)!).toBeLessThan(detectableMeanShift(400, 400, 0.05, 0.8)!);
    expect(detectableMeanShift(400, 400, 0.05, 0.95)!).toBeGreaterThan(detectableMeanShift(400, 400, 0.05, 0.8)!);
  });

  it('does not exist where not even disjoint samples would be significant', () => {
    expect(detectableKs(3, 3, 0.001, 0.8)).toBeNull();
    expect(detectableMeanShift(3, 3, 0.001, 0.8)).toBeNull();
  });
});

describe('detectableTotalVariation', () => {
  it('needs a larger shift the more categories share it', () => {
    const [few, many] = [2, 50].map((categories) => detectableTotalVariation(1000, 1000, categories, 0.05, 0.8)!);
    expect(few).toBeLessThan(many);
    expect(detectableTotalVariation(5, 5, 50, 0.05, 0.8)).toBeNull();
  });
});

describe('detectableMissingRate', () => {
  it('exists where nothing is missing yet', () => {
    expect(detectableMissingRate(1000, 1000, 0, 0.05, 0.8)).toBeGreaterThan(0);
    expect(detectableMissingRate(1000, 1000, 0, 0.05, 0.8)).toBeLessThan(0.01);
  });
});

describe('effectiveAlpha', () => {
  it('is what each correction leaves for a lone drift', () => {
    expect(effectiveAlpha(0.05, 'bh', 10, 2)).toBeCloseTo(0.0025, 12);
    expect(effectiveAlpha(0.05, 'by', 2, 1)).toBeCloseTo(0.05 / 3, 12);
    expect(effectiveAlpha(0.05, 'none', 10, 1)).toBe(0.05);
  });
});
