import { drift, driftOf, saidIn, severitiesOf, volume } from '../support/askPrometheus';
import { DAY, day, END, family, HOUR, MINUTE, SECOND, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

const OLD = ['1.0', '2.0', '5.0', '10.0', '+Inf'];
const NEW = ['1.5', '4.0', '8.0', '+Inf'];
const CANARY = { from: TENTH + 8 * HOUR, to: TENTH + 20 * HOUR };

interface Canary {
  /** Calls a minute of all 60 that the canary takes, for twelve hours. */
  readonly takes: number;
  /** Mean seconds from the tenth on; 2 before. */
  readonly mean?: number;
}

/** Latency is distributed exponentially. Three old pods; a canary with bounds of its own. */
function pods(metric: string, { takes, mean = 2 }: Canary) {
  const share = (le: string, of: number) => (le === '+Inf' ? 1 : 1 - Math.exp(-Number(le) / of));
  const minutes = (time: number, from: number, to: number) => Math.min(Math.max(time - from, 0), to - from) / MINUTE;
  const old = (le: string, pod: number) => ({
    metric: `${metric}_bucket`,
    labels: { pod: `old-${pod}`, le },
    from: START + 30 * SECOND,
    to: END,
    every: MINUTE,
    at: (time: number) => {
      const before = 20 * minutes(time, START, TENTH);
      const after = 20 * minutes(time, TENTH, END) - (takes / 3) * minutes(time, CANARY.from, CANARY.to);
      return Math.round(before * share(le, 2) + after * share(le, mean));
    },
  });
  const canary = (le: string) => ({
    metric: `${metric}_bucket`,
    labels: { pod: 'canary-0', le },
    from: CANARY.from + 30 * SECOND,
    to: CANARY.to,
    every: MINUTE,
    at: (time: number) => Math.round(takes * minutes(time, CANARY.from, CANARY.to) * share(le, mean)),
  });
  return family(`${metric}_bucket`, [...OLD.flatMap((le) => [0, 1, 2].map((pod) => old(le, pod))), ...NEW.map(canary)]);
}

const expression = (metric: string) => `sum by (le) (increase(${metric}_bucket[$__window]))`;
const bothWays = (metric: string) => [
  { name: 'latency', metric },
  { name: 'latency', expr: expression(metric) },
];

export default {
  source: 'VictoriaMetrics/metrics#74, VictoriaMetrics/VictoriaMetrics#3231',
  history: () =>
    [
      pods('canary_seconds', { takes: 18 }),
      pods('small_canary_seconds', { takes: 3 }),
      pods('slow_canary_seconds', { takes: 3, mean: 4 }),
    ].join(''),
  questions: [
    ...bothWays('canary_seconds').map((feature) => ({
      asks: `a day on which a canary with other buckets took 15% of the calls, as ${JSON.stringify(feature)}`,
      query: drift(feature),
      range: day(TENTH),
      // The distribution is the same all the time: the KS distance may be anything from 0 to 0.15, by where the canary's lie.
      right: (result: Parameters<typeof driftOf>[0]) => {
        expect(driftOf(result)[0].severity).toBeNull();
        expect(saidIn(result)).toMatch(/the KS distance is (0|\S+e-6) to 0\.149/);
        expect(saidIn(result)).toMatch(
          /At the bounds 1, 1\.5, 2, 4, 5, 8, 10 as few as 15% of a window's values were counted/
        );
      },
    })),
    ...bothWays('small_canary_seconds').map((feature) => ({
      asks: `one that took 2.5% of the calls, as ${JSON.stringify(feature)}`,
      query: drift(feature),
      range: day(TENTH),
      // At most 0.025 can hide behind it.
      right: (result: Parameters<typeof driftOf>[0]) => {
        expect(driftOf(result)[0].severity).toBe(0);
        expect(saidIn(result)).toMatch(/the largest change there can be/);
      },
    })),
    ...bothWays('slow_canary_seconds').map((feature) => ({
      asks: `a day that is slower, and a canary, as ${JSON.stringify(feature)}`,
      query: drift(feature),
      range: day(TENTH),
      // exp(-2/4) - exp(-2/2) = 0.24 at 2 s, of which the canary can hide 0.025.
      right: (result: Parameters<typeof driftOf>[0]) => {
        const [{ severity, tests }] = driftOf(result);
        expect(severity).toBe(2);
        const ks = tests.find(({ test }) => test === 'ks')?.statistic ?? 0;
        expect(ks).toBeGreaterThan(0.2);
        expect(ks).toBeLessThanOrEqual(0.24);
        expect(saidIn(result)).toMatch(/the smallest change there can be/);
      },
    })),
    {
      asks: 'a quantile of that day',
      query: {
        ...volume(`histogram_quantile(0.9, ${expression('canary_seconds')})`, { window: '1d' }),
        measures: [{ name: 'p90', expr: `histogram_quantile(0.9, ${expression('canary_seconds')})` }],
      },
      range: { from: TENTH - DAY, to: TENTH + DAY },
      right: (result) => {
        expect(severitiesOf(result)).toEqual([0, null]);
        expect(saidIn(result)).toMatch(/lack bounds that this measure reads/);
      },
    },
  ],
} satisfies PrometheusSituation;
