import { drift, driftOf, saidIn } from '../support/askPrometheus';
import { day, END, family, MINUTE, SECOND, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

/** Ten calls in each of four buckets; from the tenth on six, and sixteen above the highest bound. */
const bucket = (metric: string, le: string, i: number) => ({
  metric: `${metric}_bucket`,
  labels: { le },
  from: START + 30 * SECOND,
  to: END,
  every: MINUTE,
  at: (time: number) => {
    const minutes = Math.floor((time - START) / MINUTE) + 1;
    const later = Math.max(0, Math.floor((time - TENTH) / MINUTE) + 1);
    return le === '+Inf' ? 40 * minutes : 10 * (i + 1) * (minutes - later) + 6 * (i + 1) * later;
  },
});
const LES = ['1.0', '2.0', '5.0', '10.0'];
const count = (metric: string) => ({ ...bucket(metric, '+Inf', 0), metric: `${metric}_count`, labels: {} });

export default {
  source: 'prometheus/prometheus#8947, open-telemetry/opentelemetry-collector-contrib#40280',
  history: () =>
    [
      family(
        'noinf_bucket',
        LES.map((le, i) => bucket('noinf', le, i))
      ),
      family('noinf_count', [count('noinf')]),
      family(
        'nototal_bucket',
        LES.map((le, i) => bucket('nototal', le, i))
      ),
    ].join(''),
  questions: [
    {
      asks: 'a histogram without le="+Inf", whose count is there',
      query: drift({ name: 'latency', metric: 'noinf' }),
      range: day(TENTH),
      right: (result) => {
        const [{ severity, tests, comparison }] = driftOf(result);
        expect(severity).toBe(2);
        expect(tests.find(({ test }) => test === 'ks')?.statistic).toBeCloseTo(0.4, 2);
        expect(Math.abs(comparison.current.counts.total - 57_600)).toBeLessThanOrEqual(60);
      },
    },
    {
      asks: 'one that nothing counts as a whole',
      query: drift({ name: 'latency', metric: 'nototal' }),
      range: day(TENTH),
      right: (result) => {
        expect(driftOf(result)[0].severity).toBeNull();
        expect(saidIn(result)).toMatch(/no bucket le="\+Inf"/);
      },
    },
  ],
} satisfies PrometheusSituation;
