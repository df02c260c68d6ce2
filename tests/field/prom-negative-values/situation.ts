import { drift, driftOf, saidIn, volume, volumeOf } from '../support/askPrometheus';
import { day, END, family, MINUTE, SECOND, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

const BOUNDS = ['-1.0', '0.0', '1.0', '+Inf'];
const times = { from: START + 30 * SECOND, to: END, every: MINUTE };
const minutes = (time: number) => Math.floor((time - START) / MINUTE) + 1;

/** Residuals, as many below 0 as above: their sum goes up and down, and is no counter. */
export default {
  source: 'prometheus/prometheus#6669, prometheus/client_golang#850',
  history: () =>
    [
      family(
        'residual_bucket',
        BOUNDS.map((le, i) => ({
          ...{ metric: 'residual_bucket', labels: { le }, ...times },
          at: (time) => 10 * (i + 1) * minutes(time),
        }))
      ),
      family('residual_count', [{ metric: 'residual_count', ...times, at: (time) => 40 * minutes(time) }]),
      family('residual_sum', [
        { metric: 'residual_sum', ...times, at: (time) => 100 + (minutes(time) % 2 === 0 ? 30 : -30) },
      ]),
    ].join(''),
  questions: [
    {
      asks: 'their distribution, without a mean that the sum would give',
      query: drift({ name: 'residual', metric: 'residual' }),
      range: day(TENTH),
      right: (result) => {
        const [{ verdict, comparison }] = driftOf(result);
        expect(verdict).toBe('no_drift');
        const { current } = comparison;
        const mean = current.kind === 'histogram' ? current.mean : undefined;
        // The sum changes by 60 in a day at most, and its increase would be 130 every other minute.
        expect(Math.abs(mean ?? 0)).toBeLessThan(0.01);
      },
    },
    {
      asks: 'their mean as a volume: the sum falls without a restart',
      query: volume('increase(residual_sum[$__window]) / increase(residual_count[$__window])'),
      range: day(TENTH),
      right: (result) => {
        expect(volumeOf(result)[0].severity).toBeNull();
        expect(saidIn(result)).toMatch(/fell 7\d\d times.*sum of values of which some are below 0/);
      },
    },
  ],
} satisfies PrometheusSituation;
