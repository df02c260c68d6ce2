/** @jest-environment node */
import fixture from '../../../../../tests/fixtures/performance/forecasts.json';
import { mergeOutcomes } from '../../../../outcomes/mergeOutcomes';
import { withImplied } from '../../../../outcomes/withImplied';
import type { PerformanceMetric } from '../../../../query/performanceMetric';
import { measurePerformance } from '../../../../statistics/performance/measurePerformance';
import type { MetricRoles } from '../../../../statistics/performance/MetricRoles';
import { FORMATS, outcomesOf, type Table, write } from '../testing/overFiles';

const { rows, reference } = fixture.lists;
const ROLES: MetricRoles = { threshold: 0.5, predicts: false, positive: '1', score: 'score', lists: true };
const LISTS = { field: 'list', positive: null, ks: [1, 3, 5, 10, 20] };

async function countLists(table: Table, format = 'csv', rank?: string) {
  const roles = {
    ...{ prediction: undefined, scores: ['score'], label: { field: 'clicked' } },
    lists: rank === undefined ? LISTS : { ...LISTS, rank },
  };
  const { cells, findings } = await outcomesOf(write(format, table), { roles });
  return { outcomes: mergeOutcomes(cells.map(({ outcomes }) => outcomes)), findings };
}

describe.each(FORMATS)('over %s', (format) => {
  it.each([undefined, 'rank'])('agrees with NumPy and statsmodels, ranked by %s', async (rank) => {
    // In one block: the interval is one between lists.
    const { outcomes } = await countLists(rows, format, rank);
    for (const [metric, [value, low, high]] of Object.entries(reference)) {
      const found = measurePerformance(metric as PerformanceMetric, outcomes, ROLES);
      expect([metric, found.value, found.low, found.high]).toEqual([
        metric,
        ...[value, low, high].map((one) => expect.closeTo(one, 9)),
      ]);
    }
  });
});

const SMALL: Table = {
  list: ['a', 'a', 'a', 'b', 'b', null],
  score: [0.9, 0.5, 0.5, 0.8, 0.7, 0.6],
  clicked: [0, 1, 0, 1, null, 1],
};

it('shares the place among equal scores, and leaves out lists whose labels are not all known', async () => {
  const { outcomes, findings } = await countLists(SMALL);
  expect(findings.unlisted).toBe(1);
  expect(outcomes.lists).toMatchObject({ lists: 1, rows: 3, positives: 1, open: 1 });
  const three = measurePerformance('precision_at_3', outcomes, ROLES);
  expect([three.value, three.rows]).toEqual([1 / 3, 1]);
  // Of two rows with the second place one fits, and half of it was clicked.
  const { lists } = await countLists({ ...SMALL, score: [0.9, 0.9, 0.9, 0.8, 0.7, 0.6] }).then(
    ({ outcomes: own }) => own
  );
  expect(lists?.atK.get(1)?.sum).toBeCloseTo(1 / 3, 12);
});

it('counts what was not reported as not clicked where that is implied', async () => {
  const { outcomes } = await countLists(SMALL);
  const complete = withImplied(outcomes, '0');
  expect(complete.lists).toMatchObject({ lists: 2, rows: 5, positives: 2, open: 0 });
  expect(measurePerformance('click_rate', complete, ROLES).value).toBe(2 / 5);
  expect(measurePerformance('precision_at_1', complete, ROLES).value).toBe(1 / 2);
});
