import type { Decision } from '../query/decision';
import type { TestOptions } from '../statistics/TestResult';

/** How much is decided together with a window, and how exactly it has to be. */
export interface Workload {
  /** Windows of the query, this one included. */
  readonly windows?: number;
  /** Whether the verdicts only tell where to look more closely: then no exact KS p-values are computed. */
  readonly isProvisional?: boolean;
  /** Whether buckets are narrowed until they decide: then they hide no change that the rows would show. */
  readonly isRefined?: boolean;
}

/** What the assessment of each comparison of a window shares. */
export interface AssessmentContext {
  readonly decision: Decision;
  /** Comparisons in the window: they share alpha. */
  readonly comparisons: number;
  readonly isRefined: boolean;
  readonly testOptions: TestOptions;
  /** The same where only a distance is wanted: nothing is drawn for its p-value. */
  readonly distanceOptions: TestOptions;
}

/** Permutations are at least four times (comparisons)/alpha, so that the smallest possible p passes any correction. */
export function assessmentContext(
  decision: Decision,
  comparisons: number,
  { windows = 1, isProvisional = false, isRefined = false }: Workload = {}
): AssessmentContext {
  const permutations = Math.max(1000, Math.ceil((4 * comparisons) / decision.alpha));
  return contextWith(
    { decision, comparisons, isRefined },
    {
      seed: decision.seed,
      permutations,
      ...(isProvisional ? { exactKs: false } : exactness(comparisons * windows)),
    }
  );
}

/** The same context with exact KS p-values wherever they are affordable. */
export function withExactKs({ testOptions, ...window }: AssessmentContext): AssessmentContext {
  return contextWith(window, { ...testOptions, exactKs: true });
}

function contextWith(
  { decision, comparisons, isRefined }: Pick<AssessmentContext, 'decision' | 'comparisons' | 'isRefined'>,
  testOptions: TestOptions
): AssessmentContext {
  return { decision, comparisons, isRefined, testOptions, distanceOptions: { ...testOptions, permutations: 0 } };
}

const MANY = 30;

/**
 * A single comparison of a query gets its exact KS p-value; many, in whichever windows, are screened with the limit, and
 * the doubtful ones are looked at again.
 */
function exactness(comparisons: number): Pick<TestOptions, 'exactKs'> {
  if (comparisons === 1) {
    return { exactKs: true };
  }
  return comparisons > MANY ? { exactKs: false } : {};
}
