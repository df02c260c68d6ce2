import type { Distribution } from '../../src/distribution/Distribution';
import { histogramFromSamples } from '../../src/distribution/histogramFromSamples';
import { sampleFromNumbers } from '../../src/distribution/sampleFromValues';
import { countsOf } from '../../src/distribution/valueCounts';
import type { FeatureType } from '../../src/query/featureType';
import { drawNormal } from '../../src/statistics/random/drawNormal';
import type { SeededRandom } from '../../src/statistics/random/seededRandom';

/** Where the values of a simulated feature come from. */
export interface Population {
  readonly type: FeatureType;
  /** Numbers, or the index of each value's category; `drifted` draws from what the population became. */
  draw(size: number, random: SeededRandom, drifted: boolean): Float64Array;
  /** The values as the statistics see them. */
  summarize(values: Float64Array): Distribution;
}

interface NormalOptions {
  /** In standard deviations, where drifted. */
  readonly shift?: number;
  /** Rounds to so many decimals, which makes ties. */
  readonly decimals?: number;
  /** Share of values that are NaN. */
  readonly absent?: number;
  /** Only counts between these edges are known. */
  readonly edges?: readonly number[];
}

/** Normal numbers with standard deviation 1. */
export function normal({ shift = 0, decimals, absent = 0, edges }: NormalOptions = {}): Population {
  const scale = 10 ** (decimals ?? 0);
  return {
    type: 'numeric',
    draw(size, random, drifted) {
      const values = new Float64Array(size);
      for (let i = 0; i < size; i++) {
        const value = drawNormal(random) + (drifted ? shift : 0);
        values[i] = decimals === undefined ? value : Math.round(value * scale) / scale;
        if (absent > 0 && random.next() < absent) {
          values[i] = NaN;
        }
      }
      return values;
    },
    summarize: (values) => {
      const sample = sampleFromNumbers(values);
      return edges === undefined ? sample : histogramFromSamples(sample, edges, 'right');
    },
  };
}

/** Numbers made from uniform ones by the inverse of their distribution function. */
export function inverse(ofUniform: (u: number, drifted: boolean) => number): Population {
  return {
    type: 'numeric',
    draw: (size, random, drifted) => Float64Array.from({ length: size }, () => ofUniform(random.next(), drifted)),
    summarize: (values) => sampleFromNumbers(values),
  };
}

/** Shares of categories, and what they become. */
export function shares(
  probabilities: readonly number[],
  become: readonly number[] = probabilities,
  type: 'categorical' | 'boolean' = 'categorical'
): Population {
  return {
    type,
    draw(size, random, drifted) {
      const used = drifted ? become : probabilities;
      return Float64Array.from({ length: size }, () => pick(used, random.next()));
    },
    summarize(values) {
      const byCategory = new Map<string, number>();
      for (const value of values) {
        const name = `category ${value}`;
        byCategory.set(name, (byCategory.get(name) ?? 0) + 1);
      }
      return { kind: 'categories', counts: countsOf(values.length), byCategory, rest: 0, guarantee: 'exact' };
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
