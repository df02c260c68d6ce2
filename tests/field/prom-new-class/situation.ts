import { drift, driftOf, saidIn } from '../support/askPrometheus';
import { DAY, day, END, family, growing, HOUR, MINUTE, START, TENTH } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

const every = 15 * MINUTE;
const series = (name: string, from: number, at: (time: number) => number, metric = 'newcomer_total') => ({
  metric,
  labels: { class: name, instance: 'i1' },
  from,
  to: END + DAY,
  every,
  at,
});

export default {
  source: 'prometheus/prometheus#5355 #1673 #3886 #7249',
  history: () =>
    family('newcomer_total', [
      series('a', START, growing(7)),
      series('b', START, growing(7)),
      // Its first scrape shows 3,000 calls, and none comes after.
      series('fraud', TENTH + 2 * HOUR, () => 3000),
    ]) +
    family('punctual_total', [
      series('a', START, growing(7), 'punctual_total'),
      series('b', START, growing(7), 'punctual_total'),
      // Its first scrape is that of midnight.
      series('fraud', TENTH, () => 3000, 'punctual_total'),
    ]),
  questions: [
    {
      asks: 'a day in which a class appears',
      query: drift({ name: 'class', metric: 'newcomer_total', label: 'class' }),
      range: day(TENTH),
      right: (result) => {
        const [{ severity, comparison }] = driftOf(result);
        expect(severity).toBe(2);
        expect(comparison.current).toMatchObject({ kind: 'categories' });
        expect(saidIn(result)).toMatch(/"fraud" 3,000/);
      },
    },
    {
      asks: 'a day with whose first scrape a class appears',
      query: drift({ name: 'class', metric: 'punctual_total', label: 'class' }),
      range: day(TENTH),
      right: (result) => {
        const [{ severity, comparison }] = driftOf(result);
        expect(severity).toBe(2);
        const [before, now] = [comparison.baseline, comparison.current].map((side) =>
          side.kind === 'categories' ? (side.byCategory.get('fraud') ?? 0) : NaN
        );
        expect([before, now]).toEqual([0, 3000]);
        expect(saidIn(result)).toMatch(/"fraud" 3,000/);
      },
    },
    {
      asks: 'the day before it',
      query: drift({ name: 'class', metric: 'punctual_total', label: 'class' }),
      range: day(TENTH - DAY),
      right: (result) => expect(driftOf(result)[0].severity).toBe(0),
    },
  ],
} satisfies PrometheusSituation;
