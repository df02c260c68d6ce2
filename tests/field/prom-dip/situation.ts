import type { VersionsResult } from '../../../src/evaluate/Result';
import { calls, drift, saidIn, severitiesOf, volume, volumeOf } from '../support/askPrometheus';
import { day, END, family, HOUR, hour, MINUTE, SECOND, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

const DIP = TENTH + 12 * HOUR + 20 * MINUTE + 30 * SECOND;

/** One sample is 1 less than the one before it, as where two replicas write one series. */
const counter = (name: string, rate: number, begin: number, dips: boolean) => ({
  metric: 'dip_total',
  labels: { class: name },
  from: START + 30 * SECOND,
  to: END,
  every: MINUTE,
  at: (time: number) => {
    const minutes = Math.floor((time - START) / MINUTE);
    return begin + rate * (dips && time === DIP ? minutes - 1 : minutes) - (dips && time === DIP ? 1 : 0);
  },
});
const feature = { name: 'class', metric: 'dip_total', label: 'class' };

export default {
  source: 'thanos-io/thanos#7623, prometheus/prometheus#13950',
  history: () =>
    family('dip_total', [
      counter('a', 3, 3_000_000, true),
      counter('b', 2, 2_000_000, false),
      counter('c', 1, 1_000_000, false),
    ]),
  questions: [
    {
      asks: 'the classes of a day',
      query: drift(feature),
      range: day(TENTH),
      right: (result) => {
        expect(severitiesOf(result)).toEqual([null]);
        expect(saidIn(result)).toMatch(/without a restart/);
      },
    },
    {
      asks: 'the calls of the hour',
      query: volume(calls('dip_total'), { window: '1h' }),
      range: hour(TENTH + 12 * HOUR),
      right: (result) => expect(severitiesOf(result)).toEqual([null]),
    },
    {
      asks: 'the calls of the same hour the day after, to which this one is no measure',
      query: volume(calls('dip_total'), { window: '1h' }),
      range: hour(TENTH + 36 * HOUR),
      right: (result) => {
        expect(volumeOf(result)[0]).toMatchObject({ severity: null, past: 0 });
        expect(saidIn(result)).toMatch(/1 past window is left out/);
      },
    },
    {
      asks: 'which version is active',
      query: { kind: 'versions', window: '1h', current: { connection: 'p' }, feature },
      range: { from: TENTH + 6 * HOUR, to: TENTH + 13 * HOUR },
      right: (result) => {
        expect((result as VersionsResult).traces.flatMap(({ changes }) => changes)).toEqual([]);
        expect(saidIn(result)).toMatch(/1 window is left out/);
      },
    },
  ],
} satisfies PrometheusSituation;
