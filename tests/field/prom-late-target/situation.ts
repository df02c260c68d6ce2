import { calls, drift, driftOf, saidIn, severitiesOf, volume } from '../support/askPrometheus';
import { DAY, day, END, family, growing, HOUR, MINUTE, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

const series = (metric: string, name: string, instance: string, from: number, before: number) => ({
  metric,
  labels: { class: name, instance },
  from,
  to: END + DAY,
  every: MINUTE,
  at: (time: number) => before + growing(1)(time),
});

const classes = (metric: string, instance: string, from: number, before = 0) =>
  ['a', 'b'].map((name) => series(metric, name, instance, from, before));

/** The first count of a target shows what it counted before it was scraped: today, or in the year before. */
export default {
  source: 'prometheus/prometheus#1673 #3886',
  history: () =>
    [
      family('joined_total', [
        ...classes('joined_total', 'i1', START),
        ...classes('joined_total', 'i2', TENTH + 6 * HOUR, 50_000),
      ]),
      // All of its targets are scraped from a minute after midnight: what they counted before was before the metric.
      family('begun_total', classes('begun_total', 'i1', TENTH + MINUTE, 50_000)),
    ].join(''),
  questions: [
    {
      asks: 'a day in which a target joins',
      query: drift({ name: 'class', metric: 'joined_total', label: 'class' }),
      range: day(TENTH),
      right: (result) => {
        expect(severitiesOf(result)).toEqual([null]);
        expect(saidIn(result)).toMatch(/Series that begin inside this window had counted 1\d\d,\d{3} before/);
      },
    },
    {
      asks: 'the calls of that day',
      query: volume(calls('joined_total'), { window: '1d' }),
      range: day(TENTH),
      right: (result) => {
        expect(severitiesOf(result)).toEqual([null]);
        expect(saidIn(result)).toMatch(/had counted 1\d\d,\d{3} before/);
      },
    },
    {
      asks: 'the day after it',
      query: drift({ name: 'class', metric: 'joined_total', label: 'class' }),
      range: day(TENTH + 2 * DAY),
      right: (result) => expect(driftOf(result)[0].verdict).toBe('no_drift'),
    },
    {
      asks: 'the first day of a metric',
      query: drift({ name: 'class', metric: 'begun_total', label: 'class' }),
      range: day(TENTH + DAY),
      right: (result) => expect(driftOf(result)[0].verdict).toBe('no_drift'),
    },
  ],
} satisfies PrometheusSituation;
