import type { Distribution } from '../../src/distribution/Distribution';
import { sampleFromNumbers } from '../../src/distribution/sampleFromValues';
import { categoriesFromValues } from '../../src/distribution/categoriesFromValues';
import { decisionSchema, type Decision } from '../../src/query/decision';
import type { FeatureType } from '../../src/query/featureType';
import { seededRandom, type SeededRandom } from '../../src/statistics/random/seededRandom';
import { decideWindow } from '../../src/verdict/decideWindow';
import type { Comparison } from '../../src/verdict/Verdict';

/** Where the values of a simulated feature come from; `drifted` draws the current sample. */
export interface Population {
  readonly type: FeatureType;
  draw(size: number, random: SeededRandom, drifted: boolean): Distribution;
}

export interface Case {
  readonly name: string;
  readonly population: Population;
  readonly baseline: number;
  readonly current: number;
  readonly features: number;
  readonly repetitions: number;
  /** How many of the features drift; 0 for false alarms. */
  readonly drifting?: number;
}

export interface Rate {
  /** Windows with any feature at `warning` or `drift`. */
  readonly alarmed: number;
  /** Windows in which any adjusted p is at most alpha, whatever the effect: what the correction promises. */
  readonly significant: number;
  /** Comparisons without a decision for want of data. */
  readonly undecided: number;
  readonly repetitions: number;
}

export function simulate(
  { name, population, baseline, current, features, repetitions, drifting = 0 }: Case,
  decision: Decision = decisionSchema.parse({})
): Rate {
  const random = seededRandom(1, name);
  let [alarmed, significant, undecided] = [0, 0, 0];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const window: Comparison[] = Array.from({ length: features }, (_, i) => ({
      feature: `f${i}`,
      type: population.type,
      segment: {},
      baseline: population.draw(baseline, random, false),
      current: population.draw(current, random, i < drifting),
    }));
    const verdicts = decideWindow(window, 'auto', { ...decision, seed: repetition + 1 });
    alarmed += verdicts.some(({ severity }) => (severity ?? 0) > 0) ? 1 : 0;
    significant += verdicts.some(({ pAdjusted }) => pAdjusted !== null && pAdjusted <= decision.alpha) ? 1 : 0;
    undecided += verdicts.filter(({ severity }) => severity === null).length / features;
  }
  return { alarmed, significant, undecided: undecided / repetitions, repetitions };
}

/** Normal numbers; `shift` in standard deviations where drifted; `decimals` rounds them, which makes ties. */
export function normal(options: { shift?: number; decimals?: number } = {}): Population {
  return {
    type: 'numeric',
    draw(size, random, drifted) {
      const values = new Float64Array(size);
      const scale = 10 ** (options.decimals ?? 0);
      for (let i = 0; i < size; i++) {
        const value = gauss(random) + (drifted ? (options.shift ?? 0) : 0);
        values[i] = options.decimals === undefined ? value : Math.round(value * scale) / scale;
      }
      return sampleFromNumbers(values);
    },
  };
}

/** Shares of K categories; where drifted, `moved` of the mass goes from the first category to the last. */
export function shares(probabilities: readonly number[], moved = 0): Population {
  const names = probabilities.map((_, i) => `category ${i}`);
  return {
    type: 'categorical',
    draw(size, random, drifted) {
      const used = [...probabilities];
      if (drifted) {
        used[0] -= moved;
        used[used.length - 1] += moved;
      }
      const values = Array.from({ length: size }, () => names[pick(used, random.next())]);
      return categoriesFromValues(values);
    },
  };
}

export function equalShares(count: number): number[] {
  return new Array<number>(count).fill(1 / count);
}

/** Shares in proportion to 1/rank. */
export function zipfShares(count: number): number[] {
  const weights = Array.from({ length: count }, (_, i) => 1 / (i + 1));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
}

function pick(probabilities: readonly number[], uniform: number): number {
  let left = uniform;
  for (let i = 0; i < probabilities.length - 1; i++) {
    left -= probabilities[i];
    if (left < 0) {
      return i;
    }
  }
  return probabilities.length - 1;
}

function gauss(random: SeededRandom): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
