/** @jest-environment node */
import { type SeededRandom, seededRandom } from '../../statistics/random/seededRandom';
import { compareShadow } from './compareShadow';
import { compareVersionLosses, compareVersions } from './compareVersions';
import { describeVersions, nextStepOfVersions } from './describeVersions';

const OPTIONS = { alpha: 0.05, margin: 0.02, threshold: 0.05 };
const NAMES = { metric: 'accuracy', old: '1', new: '2' };

describe('compareVersions', () => {
  it('asks for roll back of a version that is ten points worse', () => {
    const verdict = compareVersions(days(20, 400, 0.8, 200, 0.7), OPTIONS);
    expect(verdict).toMatchObject({ verdict: 'roll_back', severity: 2, reason: 'worse', moreLabels: null });
    expect(verdict.high).toBeLessThan(0);
    expect(describeVersions(verdict, NAMES)).toMatch(
      /^Roll back: version 2 has worse accuracy than version 1, by 5 percentage points or more as observed\. Version 1: 8\d(\.\d)?%, version 2: \d\d(\.\d)?% \(difference −\d/
    );
    expect(nextStepOfVersions(verdict, NAMES)).toMatch(/^Send all calls to version 1 again/);
  });

  it('asks for roll out of a version that is better, and of one that is surely not two points worse', () => {
    const verdict = compareVersions(days(30, 400, 0.8, 200, 0.86), OPTIONS);
    expect(verdict).toMatchObject({ verdict: 'roll_out', severity: 0, reason: 'not_worse' });
    expect(describeVersions(verdict, NAMES)).toContain(
      'Roll out: version 2 is at most 2 percentage points worse in accuracy than version 1.'
    );
  });

  it('keeps both where the whole interval lies within the margin', () => {
    const verdict = compareVersions(days(60, 4000, 0.8, 4000, 0.8), OPTIONS);
    expect(verdict).toMatchObject({ verdict: 'keep_both', reason: 'no_difference' });
  });

  it('says how many labels are probably needed, about as many as are', () => {
    for (const [newHits, word] of [
      [35, 'roll_back'],
      [43, 'roll_out'],
    ] as const) {
      const windows = Array.from({ length: 200 }, () => ({ oldRows: 100, oldHits: 80, newRows: 50, newHits }));
      const early = compareVersions(windows.slice(0, 3), OPTIONS);
      expect(early).toMatchObject({ verdict: 'labels_needed', reason: 'open', severity: null });
      const first = windows.findIndex((_, i) => compareVersions(windows.slice(0, i + 1), OPTIONS).verdict === word);
      const needed = 150 * (first + 1 - 3);
      expect(early.moreLabels).toBeGreaterThan(needed / 1.6);
      expect(early.moreLabels).toBeLessThan(needed * 1.6);
    }
  });

  it('leaves to a person what lies between margin and threshold', () => {
    const verdict = compareVersions(days(100, 6000, 0.8, 6000, 0.765), OPTIONS);
    expect(verdict).toMatchObject({ verdict: 'labels_needed', reason: 'between', moreLabels: null });
    expect(nextStepOfVersions(verdict, NAMES)).toMatch(/^Decide by hand/);
  });

  it('compares within windows: a canary that grows while both sag is not rolled back', () => {
    const random = seededRandom(3, 'sag');
    const windows = Array.from({ length: 40 }, (_, i) => {
      const share = 0.01 + (0.49 * i) / 39;
      const rate = 0.9 - (0.2 * i) / 39;
      return day(random, Math.round(3000 * (1 - share)), rate, Math.round(3000 * share), rate);
    });
    const sums = (key: 'oldRows' | 'oldHits' | 'newRows' | 'newHits') => windows.reduce((sum, w) => sum + w[key], 0);
    expect(sums('newHits') / sums('newRows')).toBeLessThan(sums('oldHits') / sums('oldRows') - 0.03);
    const verdict = compareVersions(windows, OPTIONS);
    expect(verdict.verdict).not.toBe('roll_back');
    expect(Math.abs(verdict.difference ?? 1)).toBeLessThan(0.015);
    expect((verdict.new ?? 0) - (verdict.old ?? 0)).toBeCloseTo(verdict.difference ?? 1, 12);
  });

  it('compares nothing on different days', () => {
    const before = { oldRows: 500, oldHits: 450, newRows: 0, newHits: 0 };
    const after = { oldRows: 0, oldHits: 0, newRows: 500, newHits: 300 };
    const verdict = compareVersions([before, before, after], OPTIONS);
    expect(verdict).toMatchObject({ verdict: 'labels_needed', reason: 'apart', skipped: 3, difference: null });
    expect(describeVersions(verdict, NAMES)).toBe(
      "Labels still needed: no window has labels of both version 1 and version 2. 3 windows have labels of one version only and can't be compared."
    );
    expect(nextStepOfVersions(verdict, NAMES)).toMatch(/^Send a share/);
  });
});

describe('compareVersionLosses', () => {
  const options = { alpha: 0.05, margin: 0.05, threshold: 0.1 };
  const loss = (days: number, factor: number, rows = 400) =>
    Array.from({ length: days }, (_, i) => {
      const level = 2 + Math.sin(i);
      return {
        old: { rows, mean: level, variance: level ** 2 },
        new: { rows: rows / 2, mean: factor * level, variance: (factor * level) ** 2 },
      };
    });

  it.each([
    ['roll_back', 60, 1.2],
    ['roll_out', 60, 0.8],
    ['keep_both', 400, 1],
    ['labels_needed', 1, 1.2],
  ])('says %s', (word, days, factor) => {
    const verdict = compareVersionLosses(loss(days, factor), options);
    expect(verdict.verdict).toBe(word);
    expect(verdict.measure).toBe('loss');
    expect(verdict.moreLabels === null).toBe(word !== 'labels_needed');
    expect(describeVersions(verdict, { ...NAMES, metric: 'MAE' })).toContain(
      'The interval holds however often you look.'
    );
  });

  it('needs rows of both, and losses that vary', () => {
    expect(compareVersionLosses([], options).reason).toBe('apart');
    expect(compareVersionLosses(loss(1, 1, 20), options).reason).toBe('few_labels');
    const none = { rows: 100, mean: 0, variance: 0 };
    expect(compareVersionLosses([{ old: none, new: none }], options).reason).toBe('few_labels');
  });
});

describe('compareShadow', () => {
  const shadow = (count: number, oldOnly: number, newOnly: number) =>
    Array.from({ length: count }, (_, i) => ({ rows: 300, oldOnly: oldOnly + (i % 3), newOnly: newOnly + (i % 4) }));

  it.each([
    ['roll_back', 30, 6],
    ['roll_out', 6, 20],
    ['keep_both', 9, 8],
  ])('says %s', (word, oldOnly, newOnly) => {
    const verdict = compareShadow(shadow(28, oldOnly, newOnly), 0.8, OPTIONS);
    expect(verdict.verdict).toBe(word);
    expect(describeVersions(verdict, NAMES)).toContain('8,400 labels in 28 days');
  });

  it('needs fourteen days', () => {
    const verdict = compareShadow(shadow(13, 30, 6), 0.8, OPTIONS);
    expect(verdict).toMatchObject({ verdict: 'labels_needed', reason: 'few_days', severity: null });
    expect(describeVersions(verdict, NAMES)).toContain('13 of 14 days have labels');
  });
});

function days(count: number, oldRows: number, p: number, newRows: number, q: number) {
  const random = seededRandom(count, `${p} ${q}`);
  return Array.from({ length: count }, () => day(random, oldRows, p, newRows, q));
}

function day(random: SeededRandom, oldRows: number, p: number, newRows: number, q: number) {
  const hits = (rows: number, rate: number) =>
    Array.from({ length: rows }, () => random.next()).filter((draw) => draw < rate).length;
  return { oldRows, oldHits: hits(oldRows, p), newRows, newHits: hits(newRows, q) };
}
