import { drift, driftOf } from '../support/askPrometheus';
import { day, END, family, START, TENTH, SECOND } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

const RANGES = [
  ['1.000e-01...1.136e-01', 2],
  ['1.136e-01...1.292e-01', 6],
  ['1.292e-01...1.468e-01', 4],
] as const;
const every = 30 * SECOND;
const steps = (time: number) => (time - START) / every;

const isRead = (feature: Record<string, unknown>) => ({
  asks: JSON.stringify(feature),
  query: drift(feature),
  range: day(TENTH),
  right: (result: Parameters<typeof driftOf>[0]) => {
    const [{ severity, comparison }] = driftOf(result);
    expect(severity).toBe(0);
    // Twelve values a minute: 17,280 a day, a sixth, a half and a third of them in the three buckets.
    expect(comparison.current).toMatchObject({
      kind: 'histogram',
      edges: Float64Array.of(0.1, 0.1136, 0.1292, 0.1468),
    });
    expect(Math.abs(comparison.current.counts.total - 17_280)).toBeLessThanOrEqual(20);
  },
});

export default {
  source: 'flashbots/mev-boost#875, VictoriaMetrics/metrics#44',
  history: () =>
    family(
      'ranges_bucket',
      RANGES.map(([vmrange, each]) => ({
        metric: 'ranges_bucket',
        labels: { vmrange },
        from: START,
        to: END,
        every,
        at: (time) => Math.floor((each * steps(time)) / 2),
      }))
    ) +
    family('ranges_count', [{ metric: 'ranges_count', from: START, to: END, every, at: (time) => 6 * steps(time) }]),
  questions: [
    isRead({ name: 'ranges' }),
    isRead({ name: 'x', metric: 'ranges_bucket' }),
    isRead({ name: 'x', expr: 'sum by (vmrange) (increase(ranges_bucket[$__window]))' }),
  ],
} satisfies PrometheusSituation;
