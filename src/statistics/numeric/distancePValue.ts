import type { Distribution } from '../../distribution/Distribution';
import { mergeSamples } from '../../distribution/merge/mergeDistributions';
import { numberOfValues } from '../../distribution/numberOfValues';
import { seededRandom } from '../random/seededRandom';
import type { TestOptions, TestResult } from '../TestResult';
import { type Area, bridgeAreas, type Exceedances, permutedAreas } from './areaNull';
import type { Bracket } from './knotDistances';
import { ladderOfKnots, ladderOfValues } from './pooledLadder';

/** Values times permutations up to which labels are really permuted. */
const MOST_LABELS = 4e6;

type PValue = Pick<TestResult, 'pValue' | 'pValueLow' | 'pValueHigh' | 'method'>;

const NONE: PValue = { pValue: null, pValueLow: null, pValueHigh: null, method: 'none' };

/**
 * Seeded p-value of an area between distribution functions, (reached + 1)/(drawn + 1): by permutation of the labels
 * where that is affordable, otherwise from Brownian bridges over the pooled distribution, which `method` says. Drawing
 * stops early where p is clearly not small (J. Besag and P. Clifford, "Sequential Monte Carlo p-values", 1991). From
 * buckets, with the p-values of both bounds.
 */
export function distancePValue(
  area: Area,
  observed: Bracket,
  baseline: Distribution,
  current: Distribution,
  { seed, permutations }: TestOptions
): PValue {
  if (permutations <= 0) {
    return NONE;
  }
  const n = numberOfValues(baseline);
  const m = numberOfValues(current);
  const random = seededRandom(seed, `area ${area}`);
  if (baseline.kind === 'samples' && current.kind === 'samples') {
    const { sorted } = mergeSamples(baseline, current);
    const isAffordable = (n + m) * permutations <= MOST_LABELS;
    const found = isAffordable
      ? permutedAreas(sorted, n, m, area, [observed.estimate], permutations, random)
      : bridgeAreas(ladderOfValues(sorted), n, m, area, [observed.estimate], permutations, random);
    const pValue = pValueOf(found, 0);
    return { pValue, pValueLow: pValue, pValueHigh: pValue, method: methodOf(found, isAffordable) };
  }
  const ladder = ladderOfKnots(baseline, current);
  if (ladder === null) {
    return NONE;
  }
  const found = bridgeAreas(ladder, n, m, area, [observed.low, observed.estimate, observed.high], permutations, random);
  return {
    pValueHigh: pValueOf(found, 0),
    pValue: pValueOf(found, 1),
    pValueLow: pValueOf(found, 2),
    method: methodOf(found, false),
  };
}

function pValueOf({ reached, drawn }: Exceedances, index: number): number {
  return Math.min(1, (reached[index] + 1) / (drawn + 1));
}

function methodOf({ drawn }: Exceedances, permuted: boolean): string {
  return permuted ? `monte carlo (${drawn} permutations)` : `brownian bridge limit, monte carlo (${drawn})`;
}
