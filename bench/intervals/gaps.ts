import type { ScoreTable } from '../../src/outcomes/ScoreTable';
import { gapOfDays, gapOfRows } from '../../src/statistics/performance/estimate/conceptGap';
import { estimateMetric } from '../../src/statistics/performance/estimate/estimateMetric';
import { measurePerformance } from '../../src/statistics/performance/measurePerformance';
import { seededRandom } from '../../src/statistics/random/seededRandom';
import { drawCalibrated, outcomesOf } from './draw';

const ROLES = { positive: '1', score: 'p', threshold: 0.5, predicts: false };
const ALPHA = 0.05;

export interface Rate {
  readonly name: string;
  readonly count: number;
  readonly draws: number;
}

/** How often the gap of realized and estimated accuracy is significant, and how often an estimate's interval holds. */
export function gapRates(draws: number): Rate[] {
  const cases = [
    { name: 'no change', centre: 0, truth: (score: number) => score },
    { name: 'covariate shift: scores around 31 %', centre: -0.8, truth: (score: number) => score },
    { name: 'covariate shift: scores around 69 %', centre: 0.8, truth: (score: number) => score },
    {
      name: 'concept drift: accuracy five points lower than its scores say',
      centre: -0.8,
      truth: (score: number) => score + (score < 0.5 ? 0.05 : -0.05),
    },
  ];
  return cases.flatMap(({ name, centre, truth }) => {
    const random = seededRandom(1, name);
    let [alarms, held] = [0, 0];
    for (let i = 0; i < draws; i++) {
      const baseline = drawCalibrated(5000, 0, random, (score) => 0.8 * score + 0.05);
      const current = drawCalibrated(2000, centre, random, (score) => truth(0.8 * score + 0.05));
      alarms += (gapOfRows(baseline, current, ROLES)?.pValue ?? 1) <= ALPHA ? 1 : 0;
      const { low, high } = estimateMetric('accuracy', outcomesOf(baseline), outcomesOf(current), ROLES);
      const value = measurePerformance('accuracy', outcomesOf(current), ROLES).value ?? NaN;
      held += low !== null && high !== null && low <= value && value <= high ? 1 : 0;
    }
    return [
      { name: `gap significant at 5 %: ${name}`, count: alarms, draws },
      { name: `estimate's interval holds what came out: ${name}`, count: held, draws },
    ];
  });
}

/** The same over real days in random order, where nothing changed: by rows, and by days. */
export function shuffledDays(days: readonly ScoreTable[], draws: number, roles: typeof ROLES): Rate[] {
  const random = seededRandom(1, 'shuffled days');
  let [byRows, byDays] = [0, 0];
  for (let i = 0; i < draws; i++) {
    const order = [...days];
    for (let k = order.length - 1; k > 0; k--) {
      const other = random.below(k + 1);
      [order[k], order[other]] = [order[other], order[k]];
    }
    const [baseline, current] = [order.slice(0, 60), order.slice(60, 88)];
    byDays += (gapOfDays(baseline, current, roles)?.pValue ?? 1) <= ALPHA ? 1 : 0;
    byRows += (gapOfRows(sum(baseline), sum(current), roles)?.pValue ?? 1) <= ALPHA ? 1 : 0;
  }
  return [
    { name: 'gap significant, flights with days in random order, rows independent', count: byRows, draws },
    { name: 'gap significant, flights with days in random order, blocks of days', count: byDays, draws },
  ];
}

/** Of tables with the same entries. */
function sum(tables: readonly ScoreTable[]): ScoreTable {
  const [{ lower, byClass }] = tables;
  const add = (name: string) => ({
    counts: Float64Array.from(lower, (_, i) =>
      tables.reduce((all, table) => all + (table.byClass.get(name)?.counts[i] ?? 0), 0)
    ),
  });
  return { lower, upper: lower, byClass: new Map([...byClass.keys()].map((name) => [name, add(name)])) };
}
