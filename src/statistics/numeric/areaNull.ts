import { drawNormal } from '../random/drawNormal';
import { type SeededRandom } from '../random/seededRandom';

/** Which area between distribution functions: ∫|F − G| dx or ∫(F − G)² dx. */
export type Area = 'absolute' | 'squared';

/** Once this many drawn areas reached the observed one, p is known to 7% of itself. */
const ENOUGH_EXCEEDANCES = 200;

/** Pooled values as a ladder: `widths[k]` lies between step k and the next, `shares[k]` of all values are below it. */
export interface Ladder {
  readonly widths: Float64Array;
  readonly shares: Float64Array;
}

/** Drawn areas that reached each of the observed ones, ascending, and how many were drawn. */
export interface Exceedances {
  readonly reached: number[];
  readonly drawn: number;
}

/**
 * Areas between the distribution functions of random relabelings of the pooled ascending values: the permutation null.
 * Labels are drawn in the order of the values, so that nothing is sorted.
 */
export function permutedAreas(
  pooled: Float64Array,
  n: number,
  m: number,
  area: Area,
  observed: readonly number[],
  permutations: number,
  random: SeededRandom
): Exceedances {
  return count(observed, permutations, () => permutedArea(pooled, n, m, area, random));
}

/**
 * The same in the limit of many values: sqrt(1/n + 1/m) times a Brownian bridge at the pooled shares takes the place of
 * F − G (M. Donsker 1952).
 */
export function bridgeAreas(
  ladder: Ladder,
  n: number,
  m: number,
  area: Area,
  observed: readonly number[],
  permutations: number,
  random: SeededRandom
): Exceedances {
  const noise = new Float64Array(ladder.shares.length + 1);
  const factor = area === 'absolute' ? Math.sqrt(1 / n + 1 / m) : 1 / n + 1 / m;
  return count(observed, permutations, () => factor * bridgeArea(ladder, area, noise, random));
}

function count(observed: readonly number[], permutations: number, draw: () => number): Exceedances {
  const reached = observed.map(() => 0);
  let drawn = 0;
  while (drawn < permutations && reached.some((times) => times < ENOUGH_EXCEEDANCES)) {
    const value = draw();
    drawn++;
    for (let k = 0; k < observed.length; k++) {
      // Sums in another order differ by rounding.
      if (value >= observed[k] * (1 - 1e-12)) {
        reached[k]++;
      }
    }
  }
  return { reached, drawn };
}

function permutedArea(pooled: Float64Array, n: number, m: number, area: Area, random: SeededRandom): number {
  const total = n + m;
  let left = n;
  let sum = 0;
  for (let i = 0; i + 1 < total; i++) {
    if (random.nextUint32() * (total - i) < left * 4294967296) {
      left--;
    }
    const width = pooled[i + 1] - pooled[i];
    if (width > 0) {
      const inBaseline = n - left;
      const difference = inBaseline / n - (i + 1 - inBaseline) / m;
      sum += width * (area === 'absolute' ? Math.abs(difference) : difference * difference);
    }
  }
  return sum;
}

function bridgeArea({ widths, shares }: Ladder, area: Area, walk: Float64Array, random: SeededRandom): number {
  const steps = shares.length;
  let position = 0;
  let before = 0;
  for (let k = 0; k <= steps; k++) {
    const share = k < steps ? shares[k] : 1;
    position += Math.sqrt(Math.max(0, share - before)) * drawNormal(random);
    walk[k] = position;
    before = share;
  }
  let sum = 0;
  for (let k = 0; k < steps; k++) {
    const bridge = walk[k] - shares[k] * position;
    sum += widths[k] * (area === 'absolute' ? Math.abs(bridge) : bridge * bridge);
  }
  return sum;
}
