import { calls, drift, driftOf, saidIn, severitiesOf, volume } from '../support/askPrometheus';
import { DAY, day, END, family, HOUR, hour, MINUTE, SECOND, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

const OF_A = new Map([
  [TENTH + 9 * HOUR, 35],
  [TENTH + 11 * HOUR, 25],
]);

/** 60 calls an hour, of which so many are a; a second Prometheus that scrapes the same is there from the ninth on. */
function shown(name: 'a' | 'b', replica: 0 | 1) {
  const counts = new Map<number, number>();
  let n = 0;
  for (let time = START; time < END; time += MINUTE) {
    const begun = time - (time % HOUR);
    const isA = (time - begun) / MINUTE < (OF_A.get(begun) ?? 30);
    n += Number(isA === (name === 'a'));
    counts.set(time, n);
  }
  const shift = (5 + 20 * replica) * SECOND;
  return {
    metric: 'pair_total',
    labels: { class: name, instance: 'i1', prometheus_replica: `prometheus-${replica}` },
    from: (replica === 0 ? START : TENTH - DAY) + shift,
    to: END,
    every: MINUTE,
    at: (time: number) => counts.get(time - shift) ?? null,
  };
}

export default {
  source: 'prometheus-operator/prometheus-operator#5274, openshift/telemeter#151, prometheus/prometheus#6614',
  history: () => family('pair_total', [shown('a', 0), shown('b', 0), shown('a', 1), shown('b', 1)]),
  questions: [
    {
      asks: 'the calls of the first day with two replicas: 1,440 as ever',
      query: volume(calls('pair_total'), { window: '1d' }),
      range: day(TENTH - DAY),
      right: (result) => {
        expect(severitiesOf(result)).toEqual([null]);
        expect(saidIn(result)).toMatch(/prometheus_replica/);
      },
    },
    {
      asks: 'the classes of an hour: 35 and 25, against 25 and 35',
      query: drift(
        { name: 'class', metric: 'pair_total', label: 'class' },
        { baseline: { kind: 'previous', offset: '2h' } }
      ),
      range: hour(TENTH + 11 * HOUR),
      right: (result) => {
        const [{ severity, comparison }] = driftOf(result);
        // chi² = 3.33 with 60 values on each side, p = 0.068.
        expect(severity === 2).toBe(false);
        expect(Math.abs(comparison.current.counts.total - 60)).toBeLessThanOrEqual(2);
        expect(saidIn(result)).toMatch(/prometheus_replica/);
      },
    },
  ],
} satisfies PrometheusSituation;
