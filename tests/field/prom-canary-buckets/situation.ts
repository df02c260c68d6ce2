import { drift, driftOf, saidIn } from '../support/askPrometheus';
import { day, END, family, HOUR, MINUTE, SECOND, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

const OLD = ['1.0', '2.0', '5.0', '10.0', '+Inf'];
const NEW = ['1.5', '4.0', '8.0', '+Inf'];
const CANARY = { from: TENTH + 8 * HOUR, to: TENTH + 20 * HOUR };
const share = (le: string) => (le === '+Inf' ? 1 : 1 - Math.exp(-Number(le) / 2));

/** Old pods count 20 calls a minute each, 14 while the canary runs. */
const old = (le: string, pod: number) => ({
  metric: 'canary_seconds_bucket',
  labels: { pod: `old-${pod}`, le },
  from: START + 30 * SECOND,
  to: END,
  every: MINUTE,
  at: (time: number) => {
    const during = Math.min(Math.max(time - CANARY.from, 0), CANARY.to - CANARY.from) / MINUTE;
    return Math.round((20 * ((time - START) / MINUTE) - 6 * during) * share(le));
  },
});
const canary = (le: string) => ({
  metric: 'canary_seconds_bucket',
  labels: { pod: 'canary-0', le },
  from: CANARY.from + 30 * SECOND,
  to: CANARY.to,
  every: MINUTE,
  at: (time: number) => Math.round(18 * ((time - CANARY.from) / MINUTE) * share(le)),
});

export default {
  source: 'VictoriaMetrics/metrics#74, VictoriaMetrics/VictoriaMetrics#3231',
  history: () =>
    family('canary_seconds_bucket', [...OLD.flatMap((le) => [0, 1, 2].map((pod) => old(le, pod))), ...NEW.map(canary)]),
  questions: [
    {
      asks: 'a day on which a canary with other buckets ran for twelve hours',
      query: drift({ name: 'latency', metric: 'canary_seconds' }),
      range: day(TENTH),
      // The distribution is the same all the time.
      right: (result) => {
        const [{ severity }] = driftOf(result);
        expect(severity === null || severity === 0).toBe(true);
        expect(saidIn(result)).toMatch(/buckets were changed/);
      },
    },
  ],
} satisfies PrometheusSituation;
