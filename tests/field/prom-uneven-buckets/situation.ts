import { drift, driftOf, saidIn } from '../support/askPrometheus';
import { day, END, family, HOUR, MINUTE, SECOND, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

const BOUNDS = ['1.0', '2.0', '5.0', '+Inf'];
/** The second bucket's samples of the tenth stop after an hour, as where a federation took only some of the series. */
const isLost = (i: number, time: number) => i === 1 && time >= TENTH + HOUR;

export default {
  source: 'prometheus/prometheus#2610',
  history: () =>
    family(
      'uneven_bucket',
      BOUNDS.map((le, i) => ({
        ...{ metric: 'uneven_bucket', labels: { le }, from: START + 30 * SECOND, to: END, every: MINUTE },
        at: (time) => (isLost(i, time) ? null : 10 * (i + 1) * (Math.floor((time - START) / MINUTE) + 1)),
      }))
    ),
  questions: [
    {
      asks: 'a bucket that counts fewer than the one below it',
      query: drift({ name: 'latency', metric: 'uneven' }),
      range: day(TENTH),
      right: (result) => {
        const [{ severity, comparison }] = driftOf(result);
        const { current } = comparison;
        const bins = current.kind === 'histogram' ? [...current.bins] : [];
        expect(Math.min(0, ...bins)).toBe(0);
        expect([0, null]).toContain(severity);
        expect(saidIn(result)).not.toBe('');
        expect(`${saidIn(result)}`).toMatch(/bucket|le=|cover/i);
      },
    },
  ],
} satisfies PrometheusSituation;
