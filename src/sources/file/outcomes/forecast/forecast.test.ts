/** @jest-environment node */
import fixture from '../../../../../tests/fixtures/performance/forecasts.json';
import { mergeOutcomes } from '../../../../outcomes/mergeOutcomes';
import type { PerformanceMetric } from '../../../../query/performanceMetric';
import { measurePerformance } from '../../../../statistics/performance/measurePerformance';
import type { MetricRoles } from '../../../../statistics/performance/MetricRoles';
import type { ForecastRoles, OutcomesCell } from '../../../OutcomesRequest';
import { type Asked, FORMATS, outcomesOf, type Table, write } from '../testing/overFiles';

jest.setTimeout(60_000);

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const day = (number: number) => new Date(START + number * DAY).toISOString();
const { made, target, ...columns } = fixture.rows;
const TABLE: Table = { ...columns, time: made.map(day), target: target.map(day) };
const FORECAST: ForecastRoles = {
  ...{ targetField: 'target', season: fixture.season * DAY, series: ['store'], naive: 'seasonal', sizes: true },
  ...{ quantiles: ['p10', 'p90'], interval: { lower: 'p10', upper: 'p90' } },
};
const ASKED: Asked = {
  selection: { timeField: 'time' },
  roles: { task: 'regression', label: { field: 'actual' }, forecast: FORECAST },
  windows: [{ from: START + fixture.from * DAY, to: START + fixture.days * DAY }],
};
const ROLES: MetricRoles = {
  ...{ threshold: 0.5, predicts: true, naive: true, season: true },
  quantiles: new Map([
    [0.1, 'p10'],
    [0.9, 'p90'],
  ]),
};

const asking = (forecast: Partial<ForecastRoles>): Asked => ({
  ...ASKED,
  roles: { ...ASKED.roles, forecast: { ...FORECAST, ...forecast } },
});
const measure = (metric: PerformanceMetric, cells: readonly OutcomesCell[]) =>
  measurePerformance(metric, mergeOutcomes(cells.map(({ outcomes }) => outcomes)), ROLES);

type Reference = Readonly<Record<string, number | readonly number[]>>;

function expectFigures(cells: readonly OutcomesCell[], { rows, skill_last, ...reference }: Reference): void {
  for (const [metric, expected] of Object.entries(reference)) {
    const [value, low, high] = expected as readonly number[];
    const found = measure(metric as PerformanceMetric, cells);
    expect([metric, found.value]).toEqual([metric, expect.closeTo(value, 9)]);
    expect(found.rows).toBe(rows);
    if (low !== undefined) {
      expect([metric, found.low, found.high]).toEqual([metric, expect.closeTo(low, 9), expect.closeTo(high, 9)]);
    }
  }
}

describe.each(FORMATS)('over %s', (format) => {
  const path = write(format, TABLE);
  it('agrees with sktime, scikit-learn, SciPy and statsmodels over all horizons', async () => {
    const { cells, findings } = await outcomesOf(path, ASKED);
    expectFigures(cells, fixture.all);
    expect(findings).toEqual({});
    const last = await outcomesOf(path, asking({ naive: 'last' }));
    expect(measure('skill', last.cells).value).toBeCloseTo(fixture.all.skill_last[0], 9);
  });

  it('agrees with them in each horizon', async () => {
    const { cells } = await outcomesOf(path, asking({ step: '1d' }));
    for (const [steps, expected] of Object.entries(fixture.by_horizon)) {
      const own = cells.filter(({ segment }) => segment.horizon === `${steps}d`);
      expectFigures(own, expected);
    }
  });
});

describe('what has no value', () => {
  const first = (table: Table, rows: number): Table =>
    Object.fromEntries(Object.entries(table).map(([name, cells]) => [name, cells.slice(0, rows)]));
  const reasonOf = async (metric: PerformanceMetric, table: Table, asked = ASKED) => {
    const { cells, findings } = await outcomesOf(write('csv', table), asked);
    return { reason: measure(metric, cells).undefined, findings };
  };

  it('is said of series that are too short', async () => {
    const early = { ...ASKED, windows: [{ from: START, to: START + 10 * DAY }] };
    const { reason } = await reasonOf('mase', TABLE, early);
    expect(reason).toMatch(/^the history before the window is too short or has gaps: 0 of \d+ rows/);
    const young = { ...ASKED, windows: [{ from: START, to: START + 5 * DAY }] };
    expect((await reasonOf('skill', first(TABLE, 12), young)).reason).toBe(
      'the history is too short or has gaps: 0 of 10 rows with a label have a naive forecast'
    );
  });

  it('is said of series that never change', async () => {
    const flat = { ...TABLE, actual: TABLE.actual.map(() => 5) };
    expect((await reasonOf('mase', flat)).reason).toMatch('did not change from season to season');
    expect((await reasonOf('skill', flat)).reason).toBe(
      'the naive forecast is always right: there is no error to compare with'
    );
  });

  it('leaves out rows whose season before is a gap, and counts them', async () => {
    const gap = (i: number) => fixture.rows.target[i] === 60;
    const actual = TABLE.actual.map((value, i) => (gap(i) ? null : value));
    const { cells } = await outcomesOf(write('csv', { ...TABLE, actual }), ASKED);
    const { forecasts } = mergeOutcomes(cells.map(({ outcomes }) => outcomes));
    // Of two stores: a week later at two horizons, and two weeks later ten days ahead. The gap itself has four labels fewer.
    expect(forecasts?.naive?.without).toBe(6);
    expect(forecasts?.naive?.rows).toBe(fixture.all.rows - 4 - 6);
  });

  it('leaves out crossed intervals, and says so where nothing is left', async () => {
    const { p10, p90, ...rest } = TABLE;
    const { reason, findings } = await reasonOf('coverage', { ...rest, p10: p90, p90: p10 });
    expect(reason).toBe('no row with a label has an interval whose lower end is below its upper end');
    expect(findings.crossed).toBe(fixture.all.rows);
    expect((await reasonOf('pinball_loss', { ...rest, p10: p90, p90: p10 })).reason).toMatch('in their order');
  });

  it('uses no time with several values: series must be told apart', async () => {
    const { reason, findings } = await reasonOf('skill', TABLE, asking({ series: [] }));
    expect(findings.ambiguous).toBeGreaterThan(50);
    expect(reason).toMatch('the history is too short or has gaps: 0 of');
  });

  it('knows no value before its label came', async () => {
    const late = TABLE.target.map((time) => new Date(Date.parse(String(time)) + 8 * DAY).toISOString());
    const label = { field: 'actual', timeField: 'label_time' };
    const asked = { ...ASKED, roles: { ...ASKED.roles, label } };
    const { cells } = await outcomesOf(write('csv', { ...TABLE, label_time: late }), asked);
    const own = cells.map(({ outcomes }) => outcomes);
    const plain = await outcomesOf(write('csv', TABLE), ASKED);
    expect(mergeOutcomes(own).forecasts?.naive?.naive.low).not.toBe(
      mergeOutcomes(plain.cells.map(({ outcomes }) => outcomes)).forecasts?.naive?.naive.low
    );
  });
});
