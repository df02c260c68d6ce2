import { readFrames } from '../../../../tests/fixtures/panels/panelData';
import type { Category } from '../../../frames/distribution/readDistribution';
import type { CategoryFinding } from '../../../verdict/Verdict';
import { absentValues } from './absentValues';
import { binHeights } from './binHeights';
import { cardLayout } from './cardLayout';
import { describeVerdict, shortReason } from './describeChart';
import { foldCategories } from './foldCategories';
import { gridLayout } from './gridLayout';
import { heightAxis } from './heightAxis';
import { readCharts } from './readCharts';
import { linearScale, logarithmicScale, logarithmicTicks, niceTicks } from '../../shared/scale';
import { stepPath } from './stepPath';

const charts = readCharts(readFrames('distributions'));
const chartOf = (title: string) => charts.filter((chart) => chart.title === title)[0];

test('what matters most comes first', () => {
  expect(charts.map(({ title }) => title)).toEqual(['temperature_f', 'pressure_mbar', 'destination', 'scheduled_hour']);
});

test('two queries have cards of their own names', () => {
  const frames = ['A', 'B'].flatMap((refId) =>
    readFrames('distributions')
      .slice(0, 1)
      .map((frame) => ({ ...frame, refId }))
  );
  expect(readCharts(frames).map(({ title }) => title)).toEqual([`A: ${charts[0].title}`, `B: ${charts[0].title}`]);
});

describe('bins', () => {
  const { distribution } = chartOf('temperature_f');
  const bins = distribution.kind === 'bins' ? distribution.bins : [];

  test('of equal width show shares, which add up to one', () => {
    const heights = binHeights(bins);
    expect(heights.measure).toBe('share');
    expect(heights.baseline.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(heights.current.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  test('of unequal width show densities, so that areas are shares', () => {
    const wide = [...bins.slice(0, -1), { ...bins[bins.length - 1], high: bins[bins.length - 1].high + 50 }];
    expect(binHeights(wide).measure).toBe('density');
  });

  test('are outlined from the ground up and down to it', () => {
    const two = [
      { ...bins[0], low: 0, high: 1 },
      { ...bins[0], low: 1, high: 3 },
    ];
    const same = (value: number) => value;
    expect(stepPath(two, [5, 2], same, (height) => 10 - height, 10)).toBe('M0 10V5H1V8H3V10');
    expect(stepPath([], [], same, same, 10)).toBe('');
    const apart = [two[0], { ...two[1], low: 2 }];
    expect(stepPath(apart, [5, 2], same, (height) => 10 - height, 10)).toBe('M0 10V5H1V10H2V8H3V10');
  });

  test('have an axis whose ticks lie within it, linear and logarithmic', () => {
    for (const logarithmic of [false, true]) {
      const axis = heightAxis(binHeights(bins), logarithmic, [200, 10]);
      expect(axis.ticks.length).toBeGreaterThan(1);
      for (const tick of axis.ticks) {
        expect(axis.scale(tick)).toBeLessThanOrEqual(200);
        expect(axis.scale(tick)).toBeGreaterThanOrEqual(9.9);
      }
    }
  });
});

describe('scales', () => {
  test('map values to pixels', () => {
    expect([0, 5, 10].map(linearScale([0, 10], [100, 0]))).toEqual([100, 50, 0]);
    expect(linearScale([3, 3], [0, 100])(3)).toBe(50);
    expect([0, 1, 10, 100].map(logarithmicScale([1, 100], [0, 100]))).toEqual([0, 0, 50, 100]);
  });
  test.each([
    [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-20, 90, 6, [-20, 0, 20, 40, 60, 80]],
    [0.1, 0.35, 3, [0.1, 0.2, 0.3]],
    [7, 7, 4, [7]],
    [1e9, 1e9 + 3, 3, [1e9, 1e9 + 1, 1e9 + 2, 1e9 + 3]],
  ])('round numbers from %p to %p, at most about %p', (from, to, most, ticks) =>
    expect(niceTicks(from, to, most)).toEqual(ticks)
  );
  test('powers of ten', () => expect(logarithmicTicks(0.002, 20)).toEqual([0.01, 0.1, 1, 10]));
});

describe('categories', () => {
  const category = (name: string, baselineShare: number, currentShare: number, isRest = false): Category => ({
    category: name,
    baseline: 1000 * baselineShare,
    current: 100 * currentShare,
    baselineShare,
    currentShare,
    isRest,
  });
  const five = Object.freeze([
    category('small', 0.02, 0.01),
    category('large', 0.5, 0.4),
    category('new', 0, 0.01),
    category('middle', 0.2, 0.3),
    category('other', 0.28, 0.28, true),
  ]);
  const found = [{ category: 'new', change: 'new' }] as unknown as CategoryFinding[];
  const names = (most: number, findings = found) => foldCategories(five, findings, most).map((bar) => bar.category);

  test('are sorted by share, the rest last', () =>
    expect(names(9)).toEqual(['large', 'middle', 'small', 'new', 'all others']));

  test('that something was found about are kept when there is little room', () => {
    expect(names(4)).toEqual(['large', 'middle', 'new', 'all others']);
    expect(names(3)).toEqual(['large', 'new', 'all others']);
    expect(names(3, [])).toEqual(['large', 'middle', 'all others']);
  });

  test('that do not fit are added to the rest: nothing is lost', () => {
    for (const most of [2, 3, 4, 9]) {
      const bars = foldCategories(five, found, most);
      expect(bars.reduce((sum, bar) => sum + bar.baselineShare, 0)).toBeCloseTo(1, 12);
      expect(bars.reduce((sum, bar) => sum + bar.current, 0)).toBeCloseTo(100, 9);
    }
  });

  test('that the query has folded away are taken out of its rest where something was found about them', () => {
    const { distribution } = chartOf('destination');
    const all = distribution.kind === 'categories' ? distribution.categories : [];
    const unlisted = distribution.meta.categories.filter(
      ({ category }) => !all.some((entry) => entry.category === category)
    );
    expect(unlisted.length).toBeGreaterThan(0);
    const bars = foldCategories(all, distribution.meta.categories, 12);
    const { category, change, baselineCount } = distribution.meta.categories[0];
    expect(bars).toContainEqual(expect.objectContaining({ category, change, baseline: baselineCount }));
    expect(bars.reduce((sum, bar) => sum + bar.baseline, 0)).toBe(distribution.meta.baselineCounts.values);
  });

  test('without a rest of the query the others are counted', () => {
    const bars = foldCategories(five.slice(0, 4), [], 3);
    expect(bars[2]).toMatchObject({ category: '2 others', isRest: true, folded: 2 });
  });
});

describe('cards', () => {
  test('fill the panel where they fit, and are scrolled where they do not', () => {
    expect(gridLayout(1, 600, 300)).toEqual({ columns: 1, cardWidth: 600, cardHeight: 300 });
    expect(gridLayout(4, 1200, 600).columns).toBe(2);
    const many = gridLayout(30, 320, 500);
    expect([many.columns, many.cardHeight]).toEqual([1, 250]);
    for (const [count, width] of [
      [3, 900],
      [7, 1400],
      [30, 700],
    ]) {
      const { columns, cardWidth } = gridLayout(count, width, 500);
      expect(columns * cardWidth + (columns - 1) * 12).toBeLessThanOrEqual(width);
    }
  });

  test('give the reason its place only where all of it fits', () => {
    const texts = {
      title: 'x',
      verdict: 'Drift: shift of 5.17 standard deviations',
      reason: 'word '.repeat(30).trim(),
    };
    expect(cardLayout(320, 300, texts).reasonLines).toBeGreaterThan(1);
    expect(cardLayout(320, 200, texts).reasonLines).toBe(0);
    expect(cardLayout(320, 200, { ...texts, title: '' }).chartHeight).toBe(
      cardLayout(320, 200, texts).chartHeight + 20
    );
  });

  test('say the verdict, and why, without saying it twice', () => {
    const { meta } = chartOf('temperature_f').distribution;
    expect(describeVerdict(meta)).toMatch(
      /^Drift: shift of \d\.\d\d standard deviations \(threshold 0\.10, expected by chance 0\.0\d+\)$/
    );
    expect(shortReason(meta)).toMatch(/^Median .* → .*, a shift of .* standard deviations\.$/);
    const undecided = { ...meta, severity: null, reason: 'Too few values: 3. At least 30 are needed.' };
    expect(shortReason(undecided)).toBe(undecided.reason);
  });

  test('show what has no bin: missing always, the rest where there is any', () => {
    const { meta } = chartOf('pressure_mbar').distribution;
    const [missing, ...others] = absentValues(meta);
    expect(missing.name).toBe('missing');
    expect(missing.baseline).toBeCloseTo(0.116, 2);
    expect(others).toEqual([]);
    const mistyped = { ...meta, currentCounts: { ...meta.currentCounts, infinite: 2, total: 10 } };
    expect(absentValues(mistyped)).toContainEqual({ name: 'infinite', baseline: 0, current: 0.2 });
  });
});
