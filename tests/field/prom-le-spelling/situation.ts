import { drift, driftOf } from '../support/askPrometheus';
import { day, END, family, MINUTE, SECOND, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

const BOUNDS = ['1', '2', '5', '+Inf'];
/** Ten calls a minute in each bucket. */
const series = (metric: string, instance: string, written: (le: string) => string, from: number, to: number) =>
  BOUNDS.map((le, i) => ({
    metric: `${metric}_bucket`,
    labels: { instance, le: le === '+Inf' ? le : written(le) },
    from: from + 30 * SECOND,
    to,
    every: MINUTE,
    at: (time: number) => 10 * (i + 1) * (Math.floor((time - from) / MINUTE) + 1),
  }));
const short = (le: string) => le;
const long = (le: string) => `${le}.0`;

/** The same bounds as "1" and as "1.0": by the format in which a target was scraped, and by Prometheus 3. */
export default {
  source: 'prometheus/prometheus#8367, kubernetes-sigs/kubernetes-mixin#1005',
  history: () =>
    [
      family('spelt_bucket', [...series('spelt', 'a', short, START, TENTH), ...series('spelt', 'a', long, TENTH, END)]),
      family('mixed_bucket', [...series('mixed', 'a', short, START, END), ...series('mixed', 'b', long, START, END)]),
    ].join(''),
  questions: [
    {
      asks: 'bounds that are written otherwise since a day',
      query: drift({ name: 'latency', metric: 'spelt' }),
      range: day(TENTH),
      right: (result) => {
        const [{ verdict, comparison }] = driftOf(result);
        expect(verdict).toBe('no_drift');
        expect(Math.abs(comparison.current.counts.total - 57_600)).toBeLessThanOrEqual(80);
        expect(Math.abs(comparison.baseline.counts.total - 57_600)).toBeLessThanOrEqual(80);
      },
    },
    {
      asks: 'instances that write them differently',
      query: drift({ name: 'latency', metric: 'mixed' }),
      range: day(TENTH),
      right: (result) => {
        const [{ verdict, comparison }] = driftOf(result);
        expect(verdict).toBe('no_drift');
        expect(Math.abs(comparison.current.counts.total - 2 * 57_600)).toBeLessThanOrEqual(160);
        const { current } = comparison;
        const bins = current.kind === 'histogram' ? [...current.bins] : [];
        expect(bins.filter((count) => count > 0)).toHaveLength(4);
        bins.filter((count) => count > 0).forEach((count) => expect(Math.abs(count - 28_800)).toBeLessThanOrEqual(80));
      },
    },
  ],
} satisfies PrometheusSituation;
