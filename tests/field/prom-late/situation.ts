import { calls, drift, saidIn, severitiesOf, volume } from '../support/askPrometheus';
import { family, growing, HOUR, hour, MINUTE, SECOND, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

/** Remote write is forty minutes behind the hour that a rule judges. */
const LATE = TENTH + 12 * HOUR - 40 * MINUTE;
const window = hour(TENTH + 11 * HOUR);
const right = (result: Parameters<typeof severitiesOf>[0]) => {
  expect(severitiesOf(result)).toEqual([null]);
  expect(saidIn(result)).toMatch(/the newest is 4[0-9]m older than its end/);
};

export default {
  source: 'SigNoz/signoz#9279, PostHog/posthog#91700, grafana/grafana#6747',
  history: () =>
    family('late_total', [
      {
        metric: 'late_total',
        labels: { class: 'a' },
        from: START + 30 * SECOND,
        to: LATE,
        every: MINUTE,
        at: growing(60),
      },
    ]),
  questions: [
    { asks: 'the calls', query: volume(calls('late_total'), { window: '1h' }), range: window, right },
    {
      asks: 'the classes',
      query: drift({ name: 'class', metric: 'late_total', label: 'class' }, { window: '1h' }),
      range: window,
      right,
    },
    {
      asks: 'the calls, where a third of the hour is enough',
      query: volume(calls('late_total'), { window: '1h', minimumCoverage: 0.2 }),
      range: window,
      right: (result) => {
        expect(severitiesOf(result)).toEqual([2]);
        expect(saidIn(result)).toMatch(/cover only a part of the time/);
      },
    },
  ],
} satisfies PrometheusSituation;
