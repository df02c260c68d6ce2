import { calls, drift, driftOf, saidIn, severitiesOf, volume } from '../support/askPrometheus';
import { day, END, family, MINUTE, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

/** Counts of the last minute only, as exporters with delta temporality write them: 8 to 12 a minute, three times as many a. */
const shown = (name: 'a' | 'b') => ({
  metric: 'delta_total',
  labels: { class: name, instance: 'i1' },
  from: START,
  to: END,
  every: MINUTE,
  at: (time: number) => (8 + (((time / MINUTE) * 7919) % 5)) * ((name === 'a') === time < TENTH ? 3 : 1),
});

export default {
  source: 'tsouza/cerberus#1628, prometheus/proposals#48',
  history: () => family('delta_total', [shown('a'), shown('b')]),
  questions: [
    {
      asks: 'the calls of a day',
      query: volume(calls('delta_total'), { window: '1d' }),
      range: day(TENTH),
      right: (result) => {
        expect(severitiesOf(result)).toEqual([null]);
        expect(saidIn(result)).toMatch(/too often for restarts/);
      },
    },
    {
      asks: 'the classes of a day',
      query: drift({ name: 'class', metric: 'delta_total', label: 'class' }),
      range: day(TENTH),
      right: (result) => {
        expect(driftOf(result)[0].severity).toBeNull();
        expect(saidIn(result)).toMatch(/too often for restarts/);
      },
    },
  ],
} satisfies PrometheusSituation;
