import { calls, severitiesOf, volume } from '../support/askPrometheus';
import { day, END, family, HOUR, MINUTE, SECOND, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

/** A batch job that pushed its counts every hour until the tenth, of which a push gateway tells the last ones ever since. */
const pushed = (metric: string, rate: number) => ({
  metric,
  labels: { job: 'batch' },
  from: START + 10 * SECOND,
  to: END,
  every: MINUTE,
  at: (time: number) => rate * Math.floor((Math.min(time, TENTH) - START) / HOUR),
});

export default {
  source: 'prometheus/pushgateway#19, #83, banzaicloud/spark-metrics#84',
  history: () => family('pushed_rows_total', [pushed('pushed_rows_total', 600)]),
  questions: [
    {
      asks: 'the rows of a day on which the job no longer ran: none',
      query: volume(calls('pushed_rows_total'), { window: '1d' }),
      range: day(TENTH),
      right: (result) => expect(severitiesOf(result)).toEqual([2]),
    },
  ],
} satisfies PrometheusSituation;
