import { calls, drift, driftOf, saidIn, severitiesOf, volume } from '../support/askPrometheus';
import { day, END, family, HOUR, MINUTE, SECOND, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

/** Restarted at noon of the tenth: a NaN stands where the fall would be seen. Six calls a minute, half of them a. */
const shown = (name: string) => ({
  metric: 'nan_total',
  labels: { class: name, instance: 'i1' },
  from: START + 30 * SECOND,
  to: END,
  every: MINUTE,
  at: (time: number) => {
    const restart = TENTH + 12 * HOUR + 30 * SECOND;
    return time === restart ? NaN : Math.floor((3 * (time < restart ? time - START : time - restart)) / MINUTE);
  },
});

export default {
  source: 'prometheus/prometheus#11433, easimon/shelly-exporter#21',
  only: 'Prometheus',
  history: () => family('nan_total', [shown('a'), shown('b')]),
  questions: [
    {
      // 8,640 calls on both days; the increase of the tenth is negative, or NaN.
      asks: 'the calls of the day',
      query: volume(calls('nan_total'), { window: '1d' }),
      range: day(TENTH),
      right: (result) => {
        expect(severitiesOf(result)).toEqual([null]);
        expect(saidIn(result)).toMatch(/negative or NaN/);
      },
    },
    {
      asks: 'the classes of the day',
      query: drift({ name: 'class', metric: 'nan_total', label: 'class' }),
      range: day(TENTH),
      right: (result) => {
        expect(driftOf(result)[0].severity).toBeNull();
        expect(saidIn(result)).toMatch(/negative or NaN/);
      },
    },
    {
      asks: 'the quality of the day',
      query: {
        kind: 'quality',
        current: { connection: 'p', features: [{ name: 'class', metric: 'nan_total', label: 'class' }] },
        baseline: { kind: 'previous', offset: '1d' },
      },
      range: day(TENTH),
      right: (result) => {
        if (result.kind !== 'quality') {
          throw new Error('no quality');
        }
        const own = result.verdicts.find(({ comparison }) => comparison.feature === 'class');
        expect(own?.severity).toBeNull();
        expect(own?.unchecked.map(({ reason }) => reason).join()).toMatch(/negative or NaN/);
      },
    },
  ],
} satisfies PrometheusSituation;
