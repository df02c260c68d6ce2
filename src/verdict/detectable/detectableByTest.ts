import type { TestName } from '../../query/testNames';
import { chiSquareUpperTail } from '../../statistics/special/chiSquareUpperTail';
import { normalQuantile } from '../../statistics/special/normalQuantile';
import { shiftAtEdges } from './detectableAtEdges';
import { detectableKs, detectableMeanShift, detectableMeanShiftOfFew } from './detectableNumeric';

/** How the values are known. */
interface Known {
  /** Shares of the values below the edges at which both sides are known; null where all values are. */
  readonly edges?: readonly number[] | null;
  /** Whether the values stand for rows of clusters. */
  readonly isClustered?: boolean;
}

/**
 * What a test of numbers finds with the given power, for one kind of change: all values of a normal distribution shift. In
 * standard deviations (`wasserstein_normed`), or as the KS distance that such a shift makes (`ks`), which for KS itself holds
 * whatever changed. Null where nothing could be found.
 */
export function detectableNumeric(
  effect: 'wasserstein_normed' | 'ks',
  test: TestName,
  n: number,
  m: number,
  alpha: number,
  power: number,
  { edges = null, isClustered = false }: Known = {}
): number | null {
  if (test === 'ks' && (effect === 'ks' || edges !== null)) {
    const distance = detectableKs(n, m, alpha, power);
    return distance === null || effect === 'ks' || edges === null ? distance : shiftAtEdges(edges, distance);
  }
  const shift =
    test === 'ks' && isClustered
      ? detectableMeanShiftOfFew(n, m, alpha, power)
      : detectableShift(test, n, m, alpha, power);
  // A shift by δ makes the KS distance 2Φ(δ/2) − 1.
  return shift === null || effect !== 'ks' ? shift : 1 - chiSquareUpperTail((shift / 2) ** 2, 1);
}

/** A shift of mean and median alike: of normal values Mann–Whitney needs this much more than a t test (E. Pitman's efficiency 3/π). */
const MANN_WHITNEY = Math.sqrt(Math.PI / 3);
/** Below this a p-value by Anderson–Darling is not given. */
const LEAST_P_OF_ANDERSON_DARLING = 0.001;

/**
 * How much more of a shift than KS the other tests need for the same power, by simulation at 300/300 and 500/200 values and
 * alpha 0.05 and 0.01, rounded up; those that need less count as KS does.
 */
const NEEDS_MORE: Partial<Record<TestName, number>> = {
  mmd: 1.1,
  epps_singleton: 1.2,
  psi: 1.3,
  jensen_shannon: 1.3,
  jensen_shannon_nats: 1.3,
  hellinger: 1.3,
  kl: 1.4,
  psi_sturges: 1.5,
  total_variation: 1.5,
  l_infinity: 1.7,
};

function detectableShift(test: TestName, n: number, m: number, alpha: number, power: number): number | null {
  switch (test) {
    case 'welch_t':
    case 'student_t':
      return byMeans(n, m, alpha, power);
    case 'mann_whitney':
      return MANN_WHITNEY * byMeans(n, m, alpha, power);
    case 'anderson_darling':
      return alpha < LEAST_P_OF_ANDERSON_DARLING ? null : detectableMeanShift(n, m, alpha, power);
    default: {
      const shift = detectableMeanShift(n, m, alpha, power);
      return shift === null ? null : (NEEDS_MORE[test] ?? 1) * shift;
    }
  }
}

function byMeans(n: number, m: number, alpha: number, power: number): number {
  return (normalQuantile(1 - alpha / 2) + normalQuantile(power)) * Math.sqrt(1 / n + 1 / m);
}
