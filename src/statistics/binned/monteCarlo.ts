import { pearsonUpperTail } from '../special/pearsonUpperTail';

/** Once this many draws were at least as far out as the observed value, p is known to 7% of itself. */
const ENOUGH_EXCEEDANCES = 200;

/** After so many draws without one as far out as the observed value, it may be plain that none will come. */
const FIRST_LOOK = 200;

/** A p-value and how it was found. */
export interface NullPValue {
  readonly pValue: number | null;
  readonly method: string;
}

export interface MonteCarloPlan {
  /** How many draws were asked for. */
  readonly wanted: number;
  /** How many are affordable, at most `wanted`. */
  readonly affordable: number;
  /** What is drawn, in the method's name: `monte carlo (10000 tables)`. */
  readonly name: 'tables' | 'permutations';
}

/**
 * p-value of an observed statistic that grows with the distance from the null hypothesis, from draws of it under that
 * hypothesis.
 *
 * p = (exceedances + 1)/(draws + 1); where it is clearly not small, drawing stops at 200 exceedances and
 * p = exceedances/draws (J. Besag and P. Clifford, "Sequential Monte Carlo p-values", Biometrika 78, 1991): both are
 * valid. At the other end it stops after 200 draws where the tail fitted to them leaves no more than a hundredth of the
 * smallest p that all draws could show: then that is the p-value. Where fewer draws are affordable than wanted, a p-value below what they can show is the tail of a Pearson III
 * distribution with their mean, variance and skewness, down to what all those wanted could show; `method` says so.
 */
export function monteCarlo(draw: () => number, observed: number, plan: MonteCarloPlan): NullPValue {
  const values = new Float64Array(plan.affordable);
  // A draw as far out as the observed value must count as such whatever the order of its rounding errors.
  const least = observed - Math.abs(observed) * 1e-9;
  let exceedances = 0;
  let drawn = 0;
  while (drawn < plan.affordable && exceedances < ENOUGH_EXCEEDANCES) {
    const value = draw();
    values[drawn] = value;
    drawn += 1;
    if (value >= least) {
      exceedances += 1;
    }
    if (drawn === FIRST_LOOK && exceedances === 0) {
      const smallest = 1 / (plan.wanted + 1);
      if (pearsonUpperTail(observed, values.subarray(0, drawn)) < smallest / 100) {
        return { pValue: smallest, method: `monte carlo (${drawn} ${plan.name}), Pearson III tail` };
      }
    }
  }
  const method = `monte carlo (${drawn} ${plan.name})`;
  if (exceedances >= ENOUGH_EXCEEDANCES) {
    return { pValue: exceedances / drawn, method };
  }
  if (plan.affordable < plan.wanted && exceedances < 10) {
    const tail = pearsonUpperTail(observed, values.subarray(0, drawn));
    return { pValue: Math.max(1 / (plan.wanted + 1), tail), method: `${method}, Pearson III tail` };
  }
  return { pValue: (exceedances + 1) / (drawn + 1), method };
}
