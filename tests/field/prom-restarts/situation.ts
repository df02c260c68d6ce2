import { calls, drift, driftOf, severitiesOf, volume } from '../support/askPrometheus';
import { day, END, family, HOUR, MINUTE, SECOND, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

/** A service that restarts every six hours and counts from 0 then: 60 calls a minute, half of them a; 90% from the tenth on. */
const shown = (name: 'a' | 'b') => ({
  metric: 'restarts_total',
  labels: { class: name, instance: 'i1' },
  from: START + 15 * SECOND,
  to: END,
  every: MINUTE / 2,
  at: (time: number) => {
    const begun = time - ((time - START) % (6 * HOUR));
    const share = time < TENTH ? 0.5 : name === 'a' ? 0.9 : 0.1;
    return Math.floor((60 * share * (time - begun)) / MINUTE);
  },
});

export default {
  source: 'prometheus/prometheus#2108, grafana/synthetic-monitoring-app#446',
  history: () => family('restarts_total', [shown('a'), shown('b')]),
  questions: [
    {
      asks: 'the calls of a day: 86,400, less what came between a scrape and a restart',
      query: volume(calls('restarts_total'), { window: '1d' }),
      range: day(TENTH),
      right: (result) => expect(severitiesOf(result)).toEqual([0]),
    },
    {
      asks: 'the classes of that day',
      query: drift({ name: 'class', metric: 'restarts_total', label: 'class' }),
      range: day(TENTH),
      right: (result) => {
        const [{ severity, comparison }] = driftOf(result);
        expect(severity).toBe(2);
        expect(comparison.current.counts.total / 86_400).toBeCloseTo(1, 1);
      },
    },
  ],
} satisfies PrometheusSituation;
