import { calls, drift, severitiesOf, volume } from '../support/askPrometheus';
import { END, family, HOUR, hour, MINUTE, SECOND, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

const SEEN_FROM = 20 * MINUTE + 15 * SECOND;
const SEEN_TO = 25 * MINUTE;

/** An hourly batch counts all its rows between two scrapes, and its series are shown for five minutes only. */
const shown = (metric: string, name: string, before: number, after: number) => ({
  metric,
  labels: { class: name },
  from: START + SEEN_FROM,
  to: END,
  every: MINUTE,
  at: (time: number) => {
    const since = (time - START) % HOUR;
    const hours = (end: number) => Math.floor((end - START) / HOUR);
    const until = Math.min(hours(time) + 1, hours(TENTH));
    const later = Math.max(0, hours(time) + 1 - hours(TENTH));
    return since < SEEN_FROM || since >= SEEN_TO ? null : before * until + after * later;
  },
});

const window = hour(TENTH + 11 * HOUR);
const feature = { name: 'class', metric: 'bursts_total', label: 'class' };

export default {
  source: 'open-telemetry/opentelemetry-collector-contrib#5134, paperclipinc/openclaw-operator#537',
  history: () => family('bursts_total', [shown('bursts_total', 'a', 100, 360), shown('bursts_total', 'b', 100, 40)]),
  questions: [
    {
      asks: 'the rows of an hour',
      query: volume(calls('bursts_total'), { window: '1h' }),
      range: window,
      // 400 rows where 200 were expected: an alarm, or no verdict; never "as expected".
      right: (result) => expect(severitiesOf(result)).toEqual([null]),
    },
    {
      asks: 'the classes of an hour',
      query: drift(feature, { window: '1h' }),
      range: window,
      right: (result) => expect(severitiesOf(result)).toEqual([null]),
    },
    {
      asks: 'the classes of a day, of which one batch in 24 is missing',
      query: drift(feature, { window: '1d' }),
      range: { from: TENTH, to: TENTH + 24 * HOUR },
      right: (result) => expect(severitiesOf(result)).toEqual([2]),
    },
    {
      asks: 'the rows of a day',
      query: volume(calls('bursts_total'), { window: '1d' }),
      range: { from: TENTH, to: TENTH + 24 * HOUR },
      right: (result) => expect(severitiesOf(result)).toEqual([2]),
    },
  ],
} satisfies PrometheusSituation;
