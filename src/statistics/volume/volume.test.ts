/** @jest-environment node */
import reference from '../../../tests/volume/reference.json';
import { countBand, countDeviation, countNoise } from './countNoise';
import { fewSpread, fewWindows } from './fewWindows';
import { figureChance } from './figureChance';
import { medianOf } from './medianOf';
import { robustSpread } from './robustSpread';
import { shareBand } from './shareBand';

const FEW = new Map([
  [2, 1.196],
  [3, 1.495],
  [4, 1.363],
  [5, 1.206],
  [6, 1.2],
  [7, 1.14],
  [8, 1.129],
  [9, 1.107],
]);
const correction = (size: number) => FEW.get(size) ?? size / (size - 0.8);

describe('robustSpread', () => {
  it.each(reference.spreads)("is SciPy's median absolute deviation, corrected for few values: %#", (one) => {
    const values = Object.freeze([...one.values]);
    expect(medianOf(values)).toBeCloseTo(one.median, 9);
    expect(robustSpread(values)).toBeCloseTo(one.mad * correction(one.values.length), 5);
  });

  it.each(reference.corrections)('is right on average for $size normal values', ({ size, mean }) => {
    expect(Math.abs(mean * correction(size) - 1)).toBeLessThan(0.015);
  });

  it('does not exist for fewer than two values', () => {
    expect([robustSpread([]), robustSpread([3]), medianOf([]), medianOf([3])]).toEqual([null, null, null, 3]);
  });
});

describe('countNoise', () => {
  it.each(reference.distances)(
    'measures $count against $expected in roots as NumPy does',
    ({ count, expected, roots }) => {
      expect(countDeviation(count, expected, 1)).toBeCloseTo(roots, 12);
      expect(countDeviation(count, expected, countNoise(1, 1))).toBeCloseTo(roots / Math.SQRT2, 12);
    }
  );

  it.each([0, 0.5, 3, 40, 1e6])('has a band around %d at whose edges the deviation is the asked one', (expected) => {
    const noise = countNoise(4, 2.5);
    const { low, high } = countBand(expected, 3, noise);
    expect(countDeviation(high, expected, noise)).toBeCloseTo(3, 9);
    expect(low < 0 || Math.abs(countDeviation(low, expected, noise) + 3) < 1e-9).toBe(true);
  });
});

describe('shareBand', () => {
  it.each(reference.shareEdges)("ends where NumPy's arcsine does: %#", ({ events, before, trials, high }) => {
    expect(shareBand({ events, trials: before }, trials, 3, 1).high).toBeCloseTo(high, 12);
  });

  it('holds all shares where it reaches none and all, and is passed by chance in less than 2 of 1,000 windows', () => {
    const { low, high } = shareBand({ events: 1, trials: 4 }, 3, 3, 1);
    expect([low < 0, high > 1]).toEqual([true, true]);
    expect(Math.max(...reference.shareAlarms.map(({ above }) => above))).toBeLessThan(0.002);
  });
});

it.each(reference.logSpreads)(
  'figureChance is what NumPy counts: $aggregate of $calls',
  ({ aggregate, calls, spread }) => {
    expect(figureChance(aggregate, calls) / spread).toBeCloseTo(1, 1);
  }
);

describe('fewSpread', () => {
  it.each(reference.beyond)(
    'with $windows windows chance goes beyond in $share',
    ({ windows, robust, mean, correction, share, average }) => {
      expect(share).toBeLessThan(0.0065);
      expect(average).toBeCloseTo(1, 2);
      expect(fewWindows(windows)).toBe(mean);
      // The median deviation of evenly spread windows is theirs; a bad one among them makes the mean one far larger.
      const usual = Array.from({ length: windows }, (_, i) => i - windows / 2);
      const bad = usual.with(-1, 1e6);
      expect(fewSpread(bad)).toBeCloseTo((robust / mean) * (robustSpread(bad) ?? 0), 8);
      const median = medianOf(usual) ?? 0;
      const sum = usual.reduce((all, value) => all + Math.abs(value - median), 0);
      expect(fewSpread(usual)).toBeCloseTo((correction * Math.sqrt(Math.PI / 2) * sum) / windows, 8);
    }
  );

  it('is a mean deviation where the median one is 0, and nothing for one window', () => {
    expect(fewSpread([5, 5, 5, 5, 6])).toBeCloseTo(1.204 * 0.2 * Math.sqrt(Math.PI / 2), 12);
    expect(fewSpread([5, 5, 5, 5])).toBe(0);
    expect(fewSpread([5])).toBeNull();
  });
});
