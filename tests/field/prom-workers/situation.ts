import { seededRandom } from '../../../src/statistics/random/seededRandom';
import { calls, drift, saidIn, severitiesOf, volume } from '../support/askPrometheus';
import { DAY, day, END, family, MINUTE, SECOND, START, TENTH, type WrittenSeries } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

const WORKERS = 4;

/** Four processes behind one target, each with counters of its own; a scrape is answered by any of them. */
function series(): WrittenSeries[] {
  const source = seededRandom(7, 'workers');
  const random = (below: number) => Math.floor(source.next() * below);
  const counters = Array.from({ length: WORKERS }, () => ({ spam: 0, ham: 0 }));
  const seen = new Map<number, { spam: number; ham: number }>();
  for (let time = START; time < END; time += MINUTE) {
    for (let call = 0; call < (time < TENTH + DAY ? 4 : 1); call++) {
      counters[random(WORKERS)][source.next() < (time < TENTH ? 0.5 : 0.9) ? 'spam' : 'ham']++;
    }
    seen.set(time + 59 * SECOND, { ...counters[random(WORKERS)] });
  }
  return (['spam', 'ham'] as const).map((name) => ({
    metric: 'workers_total',
    labels: { instance: 'app:8000', class: name },
    from: START + 59 * SECOND,
    to: END,
    every: MINUTE,
    at: (time) => seen.get(time)?.[name] ?? null,
  }));
}

export default {
  source:
    'geolens-io/geolens#1240, trallnag/prometheus-fastapi-instrumentator#50, stephenhillier/starlette_exporter#8, BerriAI/litellm#11067',
  history: () => family('workers_total', series()),
  questions: [
    {
      asks: 'the classes of a day on which they drifted from 50 to 90%',
      query: drift({ name: 'class', metric: 'workers_total', label: 'class' }),
      range: day(TENTH),
      right: (result) => {
        expect(severitiesOf(result)).toEqual([null]);
        expect(saidIn(result)).toMatch(/several processes/);
      },
    },
    {
      asks: 'the calls of a day with a quarter of them',
      query: volume(calls('workers_total'), { window: '1d' }),
      range: day(TENTH + DAY),
      right: (result) => expect(severitiesOf(result)).toEqual([null]),
    },
  ],
} satisfies PrometheusSituation;
