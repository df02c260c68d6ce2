import { calls, drift, driftOf, severitiesOf, volume } from '../support/askPrometheus';
import { DAY, day, END, family, HOUR, MINUTE, SECOND, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

/** A new pod every two hours under a name of its own; 60 calls a minute in all, as ever. The first scrape comes after 15 s. */
const pod = (i: number, name: string) => {
  const begun = START + i * 2 * HOUR;
  return {
    metric: 'rolling_total',
    labels: { class: name, job: 'model', instance: `pod-${i}` },
    from: begun + 15 * SECOND,
    to: begun + 2 * HOUR,
    every: MINUTE / 2,
    at: (time: number) => Math.floor((30 * (time - begun)) / MINUTE),
  };
};

export default {
  source: 'prometheus/prometheus#1673, prometheus/prometheus#12967',
  history: () =>
    family(
      'rolling_total',
      Array.from({ length: (END - START) / (2 * HOUR) }, (_, i) => i).flatMap((i) => [pod(i, 'a'), pod(i, 'b')])
    ),
  questions: [
    {
      asks: 'the calls of a day with twelve pods one after another',
      query: volume(calls('rolling_total'), { window: '1d' }),
      range: { from: TENTH, to: TENTH + DAY },
      right: (result) => expect(severitiesOf(result)).toEqual([0]),
    },
    {
      asks: 'their classes, half and half',
      query: drift({ name: 'class', metric: 'rolling_total', label: 'class' }),
      range: day(TENTH),
      right: (result) => {
        const [{ severity, comparison }] = driftOf(result);
        expect(severity).toBe(0);
        expect(Math.abs(comparison.current.counts.total / 86_400 - 1)).toBeLessThan(0.02);
      },
    },
  ],
} satisfies PrometheusSituation;
