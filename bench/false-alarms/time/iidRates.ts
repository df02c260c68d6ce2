import { histogramAt } from './histogramAt';
import { decisionSchema } from '../../../src/query/decision';
import { decideWindow } from '../../../src/verdict/decideWindow';
import { WEEK } from './drawStream';
import { drawRule } from './rules';

/** Windows with any p ≤ alpha under `iid`: of one feature alone, and of 20 corrected together. */
export interface IidRates {
  readonly windows: number;
  readonly runs: number;
  readonly one: number;
  readonly rule: number;
}

const WEEKS = 6;
/** Every so many hours of the last two weeks. */
const EVERY = 7;
const PAST = [1, 2, 3, 4];

/** Each window against the same hour of the four weeks before, taken together. */
export function iidRates(name: string, runs: number): IidRates {
  const decision = decisionSchema.parse({});
  let [windows, one, rule] = [0, 0, 0];
  for (let run = 0; run < runs; run++) {
    const all = drawRule(name, run, WEEKS);
    for (let window = 4 * WEEK; window < WEEKS * WEEK; window += EVERY) {
      const comparisons = all.map((series, i) => ({
        feature: `f${i}`,
        type: 'numeric' as const,
        segment: {},
        baseline: histogramAt(
          series,
          PAST.map((week) => window - week * WEEK)
        ),
        current: histogramAt(series, [window]),
      }));
      const isAlarm = (asked: typeof comparisons) =>
        decideWindow(asked, 'auto', decision).some(({ pAdjusted }) => (pAdjusted ?? 1) <= decision.alpha);
      windows++;
      one += isAlarm(comparisons.slice(0, 1)) ? 1 : 0;
      rule += isAlarm(comparisons) ? 1 : 0;
    }
  }
  return { windows, runs, one, rule };
}
