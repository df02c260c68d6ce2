import { calls, drift, driftOf, saidIn, severitiesOf, volume } from '../support/askPrometheus';
import { day, END, family, MINUTE, SECOND, START, TENTH, type WrittenSeries } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

const TARGET = '10.0.0.7:8080';

/** A call each other minute of either class, as the job shows it: it is scraped some seconds after the other one. */
function shown(metric: string, name: 'a' | 'b', labels: Record<string, string>, shift: number): WrittenSeries {
  return {
    metric,
    labels: { class: name, instance: TARGET, ...labels },
    from: START + shift * SECOND,
    to: END,
    every: MINUTE,
    at: (time) => Math.floor((time - START) / MINUTE / 2) + Number(name === 'a'),
  };
}

const classes = (metric: string, labels: Record<string, string>, shift: number) =>
  (['a', 'b'] as const).map((name) => shown(metric, name, labels, shift));

/** A service and its headless twin lead to the same pods: each is scraped by two jobs. */
export default {
  source: 'seaweedfs/seaweedfs-operator#385, k8ssandra/k8ssandra-operator#597, prometheus/prometheus#7376',
  history: () =>
    [
      family('twins_total', [
        ...classes('twins_total', { job: 'model', service: 'model' }, 5),
        ...classes('twins_total', { job: 'model-peer', service: 'model-peer' }, 20),
      ]),
      // What the application itself calls a service is another matter.
      family('routed_total', [
        ...classes('routed_total', { job: 'gateway', service: 'users' }, 5),
        ...classes('routed_total', { job: 'gateway', service: 'orders' }, 5),
      ]),
    ].join(''),
  questions: [
    {
      asks: 'classes that two jobs count',
      query: drift({ name: 'class', metric: 'twins_total', label: 'class' }),
      range: day(TENTH),
      right: (result) => {
        expect(severitiesOf(result)).toEqual([null]);
        expect(saidIn(result)).toMatch(/Two jobs scrape the same targets.*replicaLabels/);
      },
    },
    {
      asks: 'those of one job',
      query: drift({ name: 'class', metric: 'twins_total', label: 'class', matchers: 'job="model"' }),
      range: day(TENTH),
      right: (result) => {
        const [{ verdict, comparison }] = driftOf(result);
        expect(verdict).toBe('no_drift');
        expect(Math.abs(comparison.current.counts.total - 1440)).toBeLessThanOrEqual(2);
      },
    },
    {
      asks: 'drift by job, which counts nothing twice',
      query: drift({ name: 'class', metric: 'twins_total', label: 'class' }, { segmentBy: ['job'] }),
      range: day(TENTH),
      right: (result) => expect(severitiesOf(result)).toEqual([0, 0]),
    },
    {
      asks: 'the calls of a day, twice as many',
      query: volume(calls('twins_total'), { window: '1d' }),
      range: day(TENTH),
      right: (result) => expect(saidIn(result)).toMatch(/two jobs scrape the same targets/),
    },
    {
      asks: 'the services of one application',
      query: drift({ name: 'class', metric: 'routed_total', label: 'class' }),
      range: day(TENTH),
      right: (result) => {
        const [{ verdict, comparison }] = driftOf(result);
        expect(verdict).toBe('no_drift');
        expect(Math.abs(comparison.current.counts.total - 2880)).toBeLessThanOrEqual(4);
        expect(saidIn(result)).not.toMatch(/jobs/);
      },
    },
  ],
} satisfies PrometheusSituation;
