import { calls, drift, driftOf, saidIn, severitiesOf, volume } from '../support/askPrometheus';
import { day, END, family, MINUTE, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

/**
 * Two replicas that scrape 30 s apart, merged into one series by a script that dropped their label and swapped their times:
 * from the tenth on every second sample is older than the one before. 120 calls a minute, a third of them b.
 */
const shown = (name: string, perMinute: number) => ({
  metric: 'merged_total',
  labels: { class: name, instance: 'i1' },
  from: START,
  to: END,
  every: MINUTE / 2,
  at: (time: number) => {
    const isLate = time >= TENTH && ((time - START) / (MINUTE / 2)) % 2 === 1;
    return 1_000_000 + Math.round((perMinute * (time - START - (isLate ? MINUTE : 0))) / MINUTE);
  },
});

export default {
  source: 'thanos-io/thanos#7623, thanos-io/thanos#1788',
  history: () => family('merged_total', [shown('a', 80), shown('b', 40)]),
  questions: [
    {
      asks: 'the calls of the first day so merged: as many as ever',
      query: volume(calls('merged_total'), { window: '1d' }),
      range: day(TENTH),
      right: (result) => {
        expect(severitiesOf(result)).toEqual([null]);
        expect(saidIn(result)).toMatch(/two replicas write one series/);
      },
    },
    {
      asks: 'their classes',
      query: drift({ name: 'class', metric: 'merged_total', label: 'class' }),
      range: day(TENTH),
      right: (result) => {
        expect(driftOf(result)[0].severity).toBeNull();
        expect(saidIn(result)).toMatch(/two replicas write one series/);
      },
    },
  ],
} satisfies PrometheusSituation;
