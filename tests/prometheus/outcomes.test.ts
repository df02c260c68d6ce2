import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import { noticeText, type PerformanceResult } from '../../src/evaluate/Result';
import { isExact } from '../../src/outcomes/ScoreTable';
import { mergeOutcomes } from '../../src/outcomes/mergeOutcomes';
import { measurePerformance } from '../../src/statistics/performance/measurePerformance';
import { parseQuery } from '../../src/query/parseQuery';
import type { OutcomeRoles } from '../../src/sources/OutcomesRequest';
import { END, MINUTE, START, times } from './support/recent';
import { remoteWrite } from './support/remoteWrite';
import { testServers } from './support/servers';
import { sourceAt } from './support/sourceAt';

const FROM = Math.ceil(START / (5 * MINUTE)) * 5 * MINUTE;
const TO = Math.floor(END / (5 * MINUTE)) * 5 * MINUTE;
const SCRAPES = times.filter((time) => time > FROM && time <= TO).length;

/** A counter that grows by so much a scrape. */
function counted(name: string, labels: Record<string, string>, step: number) {
  let value = 0;
  return {
    labels: { __name__: name, job: 'outcomes', ...labels },
    samples: times.map((time) => ({ time, value: (value += step) })),
  };
}

/** Scores by actual class: cumulative counts a scrape at 0.25, 0.5, 0.75 and 1. */
const SCORES: Record<string, number[]> = { fraud: [1, 2, 5, 10], good: [20, 26, 29, 30] };
const EDGES = ['0.25', '0.5', '0.75', '1.0'];

function histogram(name: string, labels: Record<string, string>, cumulative: readonly number[], sum: number) {
  const total = cumulative[cumulative.length - 1];
  return [
    ...cumulative.map((step, i) => counted(`${name}_bucket`, { ...labels, le: EDGES[i] }, step)),
    counted(`${name}_bucket`, { ...labels, le: '+Inf' }, total),
    counted(`${name}_count`, labels, total),
    counted(`${name}_sum`, labels, sum),
  ];
}

const request = (roles: Partial<OutcomeRoles>, segmentBy: string[] = []) => ({
  selection: { matchers: 'job="outcomes"' },
  roles: { task: 'classification' as const, scores: [], label: { field: 'actual' }, cuts: [], ...roles },
  windows: [{ from: FROM, to: TO }],
  ...{ segmentBy, asOf: null, timezone: 'UTC' },
});

describe.each(testServers())('outcomes of $name', ({ url }) => {
  const source = () => sourceAt(url);
  beforeAll(() =>
    remoteWrite(url, [
      counted('decisions_labelled_total', { predicted: 'fraud', actual: 'fraud' }, 8),
      counted('decisions_labelled_total', { predicted: 'good', actual: 'fraud' }, 2),
      counted('decisions_labelled_total', { predicted: 'good', actual: 'good' }, 27),
      counted('decisions_labelled_total', { predicted: 'fraud', actual: 'good' }, 3),
      // Of men and women: 50% and 20% approved, and rightly so in half of the cases.
      ...['male', 'female'].flatMap((sex) =>
        [0, 1].flatMap((actual) => {
          const approved = sex === 'male' ? 5 : 2;
          const labels = { sex, actual: ['approved', 'declined'][actual] };
          return [
            counted('credits_labelled_total', { ...labels, predicted: 'approved' }, approved),
            counted('credits_labelled_total', { ...labels, predicted: 'declined' }, 10 - approved),
          ];
        })
      ),
      // The same truth, written in other ways on each side, and a marker of a missing one.
      counted('truths_labelled_total', { predicted: 'True', actual: '1' }, 6),
      counted('truths_labelled_total', { predicted: 'False', actual: '1' }, 2),
      counted('truths_labelled_total', { predicted: 'False', actual: 'false' }, 9),
      counted('truths_labelled_total', { predicted: 'True', actual: '0' }, 3),
      counted('truths_labelled_total', { predicted: 'True', actual: 'nan' }, 5),
      ...Object.entries(SCORES).flatMap(([actual, steps]) => histogram('fraud_score', { actual }, steps, steps[3] / 2)),
      ...histogram('absolute_error', {}, [2, 5, 8, 10], 4),
      ...histogram('squared_error', {}, [4, 6, 9, 10], 2.5),
      ...histogram('pinball_loss', {}, [4, 6, 9, 10], 3),
      ...histogram('inside_interval', {}, [2, 2, 2, 10], 8),
    ])
  );

  it('counts predicted by actual class', async () => {
    const plan = source().planOutcomes(
      request({ prediction: 'predicted', series: { outcomes: 'decisions_labelled_total' } })
    );
    const { cells } = await plan.execute({});
    const total = new Map<string, number>();
    cells.forEach(({ outcomes }) =>
      outcomes.confusion?.counts.forEach((row, i) =>
        row.forEach((count, j) => {
          const key = `${outcomes.confusion?.classes[i]} as ${outcomes.confusion?.classes[j]}`;
          total.set(key, (total.get(key) ?? 0) + count);
        })
      )
    );
    const perScrape = Object.fromEntries(
      [...total].map(([key, count]) => [key, Math.round((10 * count) / SCRAPES) / 10])
    );
    expect(perScrape).toEqual({ 'fraud as fraud': 8, 'fraud as good': 2, 'good as fraud': 3, 'good as good': 27 });
  });

  it('has one class for what predictions and labels write differently', async () => {
    const { cells } = await source()
      .planOutcomes(request({ prediction: 'predicted', series: { outcomes: 'truths_labelled_total' } }))
      .execute({});
    const { accuracy, recall } = Object.fromEntries(
      (['accuracy', 'recall'] as const).map((metric) => [
        metric,
        measurePerformance(metric, mergeOutcomes(cells.map(({ outcomes }) => outcomes)), {
          ...{ positive: '1', threshold: 0.5, predicts: true },
        }).value,
      ])
    );
    expect(accuracy).toBeCloseTo(15 / 20, 3);
    expect(recall).toBeCloseTo(6 / 8, 3);
  });

  it('counts scores in the buckets of the histogram, by actual class, with their sum', async () => {
    const plan = source().planOutcomes(request({ scores: ['score'], series: { scores: 'fraud_score' } }));
    const { cells } = await plan.execute({});
    const table = cells[0].outcomes.scores?.get('score');
    if (table === undefined) {
      throw new Error('no scores');
    }
    expect(isExact(table)).toBe(false);
    expect([...table.upper]).toEqual([0.25, 0.5, 0.75, 1]);
    const days = cells.map(({ outcomes }) => outcomes.scores?.get('score')?.byClass.get('fraud')?.counts ?? []);
    const fraud = [0, 1, 2, 3].map((i) => days.reduce((sum, counts) => sum + counts[i], 0) / SCRAPES);
    [1, 1, 3, 5].forEach((expected, i) => expect(fraud[i]).toBeCloseTo(expected, 1));
  });

  it('sums absolute and squared errors', async () => {
    const series = { absoluteError: 'absolute_error', squaredError: 'squared_error' };
    const { cells } = await source()
      .planOutcomes(request({ task: 'regression', series }))
      .execute({});
    const rows = cells.reduce((sum, { outcomes }) => sum + outcomes.rows, 0);
    const absolute = cells.reduce((sum, { outcomes }) => sum + (outcomes.errors?.absolute.low ?? NaN), 0);
    const squares = cells.reduce((sum, { outcomes }) => sum + (outcomes.errors?.squaresActual ?? NaN), 0);
    expect(rows / SCRAPES).toBeCloseTo(10, 1);
    expect(absolute / rows).toBeCloseTo(0.4, 3);
    expect(squares / rows).toBeCloseTo(0.25, 3);
  });

  it('tells pinball loss and coverage, which may have an error budget, and says what sums do not tell', async () => {
    const outcomeMetrics = { pinballLoss: 'pinball_loss', insideInterval: 'inside_interval' };
    const ask = async (more: object) => {
      const query = parseQuery({
        ...{ kind: 'performance', current: { connection: 'prom', matchers: 'job="outcomes"' } },
        ...{ label: { field: 'actual' }, outcomeMetrics, ...more },
      });
      const connections = connectionsSchema.parse({ prom: { type: 'prometheus', url } });
      return (await evaluate(query, { range: { from: FROM, to: TO }, now: TO, connections })) as PerformanceResult;
    };
    const { verdicts, budgets } = await ask({ objective: { coverage: 0.9 }, budget: {} });
    const of = (metric: string) => verdicts.find((one) => one.metric === metric)?.current;
    expect(of('pinball_loss')?.value).toBeCloseTo(0.3, 3);
    expect(of('coverage')?.value).toBeCloseTo(0.8, 3);
    expect((of('coverage')?.rows ?? 0) / SCRAPES).toBeCloseTo(10, 1);
    expect(budgets[0].budget).toMatchObject({ metric: 'coverage', severity: 1 });
    await expect(ask({ metrics: ['mase'] })).rejects.toThrow("mase can't be told from sums of errors");
  });

  it('compares groups of people over labelled outcomes, and says that there are no others', async () => {
    const query = parseQuery({
      ...{ kind: 'performance', current: { connection: 'prom', matchers: 'job="outcomes"' } },
      ...{
        prediction: 'predicted',
        label: { field: 'actual' },
        outcomeMetrics: { outcomes: 'credits_labelled_total' },
      },
      fairness: { field: 'sex', favorable: 'approved', reference: 'male' },
    });
    const connections = connectionsSchema.parse({ prom: { type: 'prometheus', url } });
    const result = await evaluate(query, { range: { from: FROM, to: TO }, now: TO, connections });
    const { fairness, notices } = result as PerformanceResult;
    const impact = fairness.find(({ measure }) => measure === 'disparate_impact');
    expect(impact).toMatchObject({ group: 'female', reference: 'male', verdict: 'outside', severity: 2 });
    expect(impact?.value).toBeCloseTo(0.4, 2);
    expect((impact?.rows ?? 0) / SCRAPES).toBeCloseTo(20, 0);
    expect(notices.map(noticeText)).toContain(
      'Fairness covers predictions with a label only: Prometheus counts no others.'
    );
  });

  it('names a metric that does not exist, and says that labels count when they come', async () => {
    const missing = source().planOutcomes(request({ prediction: 'predicted', series: { outcomes: 'no_such_total' } }));
    await expect(missing.execute({})).rejects.toThrow('no_such_total');
    const plan = source().planOutcomes(
      request({ prediction: 'predicted', series: { outcomes: 'decisions_labelled_total' } })
    );
    const { notices } = await plan.execute({});
    expect(notices).toContain('Prometheus counts outcomes when their labels come, not when predictions were made.');
  });

  it.each([
    [{ prediction: 'predicted' }, '"outcomeMetrics" is missing'],
    [{ series: { outcomes: 'decisions_labelled_total' } }, '"prediction" is missing: name the label'],
  ])('%j: says what is missing', (roles, message) => {
    expect(() => source().planOutcomes(request(roles))).toThrow(message);
  });
});
