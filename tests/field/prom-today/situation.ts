import { calls, saidIn, severitiesOf, volume, volumeOf } from '../support/askPrometheus';
import { DAY, END, family, growing, HOUR, MINUTE, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

const NOW = TENTH + 3 * HOUR;

export default {
  source: 'grafana/grafana#5268 #47171',
  history: () =>
    family('today_total', [{ metric: 'today_total', from: START, to: END, every: MINUTE, at: growing(60) }]),
  questions: [
    {
      asks: '"today", three hours after midnight',
      query: volume(calls('today_total')),
      range: { from: TENTH, to: TENTH + DAY },
      now: NOW,
      right: (result) => {
        expect(severitiesOf(result)).toEqual([0]);
        expect(Math.round((volumeOf(result)[0].expected ?? 0) / 100)).toBe(108);
        expect(saidIn(result)).toMatch(/in the future: both sides are taken up to now, 2024-02-10 03:00/);
      },
    },
    {
      asks: 'the same in hours',
      query: volume(calls('today_total'), { window: '1h' }),
      range: { from: TENTH, to: TENTH + DAY },
      now: NOW,
      right: (result) => expect(severitiesOf(result)).toEqual([0, 0, 0]),
    },
  ],
} satisfies PrometheusSituation;
