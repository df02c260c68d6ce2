import { decisionSchema } from '../../src/query/decision';
import { seededRandom } from '../../src/statistics/random/seededRandom';
import { decideWindow } from '../../src/verdict/decideWindow';
import type { Population } from './populations';

export interface Case {
  readonly name: string;
  readonly population: Population;
  readonly baseline: number;
  readonly current: number;
  readonly features: number;
  readonly repetitions: number;
  /** How many of the features drift; 0 for false alarms. */
  readonly drifting?: number;
  /** The first so many windows go to the peers too. */
  readonly shared?: number;
}

export interface Rate {
  /** Windows with any feature at `warning` or `drift`. */
  readonly alarmed: number;
  /** Windows in which any adjusted p is at most alpha, whatever the effect: what the correction promises. */
  readonly significant: number;
  /** Share of the comparisons without a decision for want of data. */
  readonly undecided: number;
  readonly repetitions: number;
}

/** Receives baseline and current of each feature of a window, in order. */
export type WindowListener = (values: readonly Float64Array[]) => void;

/** Decides simulated windows under the default policy. The same case gives the same windows again. */
export function simulate(
  { name, population, baseline, current, features, repetitions, drifting = 0 }: Case,
  listen: WindowListener = () => {}
): Rate {
  const random = seededRandom(1, `${name} ${baseline} ${current} ${features}`);
  const decision = decisionSchema.parse({});
  let [alarmed, significant, undecided] = [0, 0, 0];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const values = Array.from({ length: 2 * features }, (_, i) =>
      population.draw(i % 2 === 0 ? baseline : current, random, i % 2 === 1 && i < 2 * drifting)
    );
    listen(values);
    const window = Array.from({ length: features }, (_, i) => ({
      feature: `f${i}`,
      type: population.type,
      segment: {},
      baseline: population.summarize(values[2 * i]),
      current: population.summarize(values[2 * i + 1]),
    }));
    const verdicts = decideWindow(window, 'auto', { ...decision, seed: repetition + 1 });
    alarmed += verdicts.some(({ severity }) => (severity ?? 0) > 0) ? 1 : 0;
    significant += verdicts.some(({ pAdjusted }) => pAdjusted !== null && pAdjusted <= decision.alpha) ? 1 : 0;
    undecided += verdicts.filter(({ severity }) => severity === null).length / features;
  }
  return { alarmed, significant, undecided: undecided / repetitions, repetitions };
}
