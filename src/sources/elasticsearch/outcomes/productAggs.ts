import type { ErrorSums } from '../../../outcomes/ErrorSums';
import { type Aggregation, below, numberOf } from '../client/SearchAnswer';
import type { Aggs } from './OutcomePart';

export type Moments = Pick<
  ErrorSums,
  'rows' | 'meanActual' | 'meanPredicted' | 'squaresActual' | 'squaresPredicted' | 'products'
>;

/** Names of the fields with actual and predicted numbers. */
export interface NumberPair {
  readonly actual: string;
  readonly predicted: string;
}

/** How the store adds up products of two fields. */
export type Products =
  /** About the means, as documents come: exact for any numbers. A module that not all builds of Elasticsearch have. */
  | 'matrix'
  /** Means of one weighted by the other: digits are lost where numbers are large beside the errors. */
  | 'weighted';

/** E[y²] over the mean squared error, above which so many digits are lost that it says nothing. */
export const MOST_RATIO: Readonly<Record<Products, number>> = { matrix: 1e14, weighted: 1e8 };

/** Moments of both numbers, in documents that hold both. */
export function productAggs({ actual, predicted }: NumberPair, products: Products): Aggs {
  const stats = { actual: { extended_stats: { field: actual } }, predicted: { extended_stats: { field: predicted } } };
  if (products === 'matrix') {
    return { ...stats, matrix: { matrix_stats: { fields: [actual, predicted] } } };
  }
  // By sign, so that no sum of weights is near 0.
  const weighted = (bounds: object): Aggs => ({
    filter: { range: { [predicted]: bounds } },
    aggs: {
      mean: { weighted_avg: { value: { field: actual }, weight: { field: predicted } } },
      weights: { sum: { field: predicted } },
    },
  });
  return { ...stats, above: weighted({ gt: 0 }), under: weighted({ lt: 0 }) };
}

/** Null where the store's answer has no such moments: a product beyond what a number can be. */
export function momentsIn(answer: Aggregation, pair: NumberPair, products: Products): Moments | null {
  const [actual, predicted] = [below(answer, 'actual'), below(answer, 'predicted')];
  const rows = numberOf(actual, 'count') ?? 0;
  if (rows === 0) {
    return { rows, meanActual: 0, meanPredicted: 0, squaresActual: 0, squaresPredicted: 0, products: 0 };
  }
  const [meanActual, meanPredicted] = [numberOf(actual, 'avg') ?? NaN, numberOf(predicted, 'avg') ?? NaN];
  const squares =
    products === 'matrix'
      ? aboutMeans(below(answer, 'matrix'), pair, rows)
      : fromSums(answer, { rows, meanActual, meanPredicted });
  const moments = { rows, meanActual, meanPredicted, ...squares };
  return Object.values(moments).every(Number.isFinite) ? moments : null;
}

type Squares = Pick<Moments, 'squaresActual' | 'squaresPredicted' | 'products'>;

/** Of one document the store tells no variance. */
function aboutMeans(matrix: Aggregation, { actual, predicted }: NumberPair, rows: number): Squares {
  const fields = Array.isArray(matrix.fields) ? (matrix.fields as Aggregation[]) : [];
  const own = (name: string) => below(fields.find((field) => field.name === name) ?? {}, 'covariance');
  const times = (value: number | undefined) => (rows === 1 ? 0 : (value ?? NaN) * (rows - 1));
  if (actual === predicted) {
    const squares = times(numberOf(own(actual), actual));
    return { squaresActual: squares, squaresPredicted: squares, products: squares };
  }
  return {
    squaresActual: times(numberOf(own(actual), actual)),
    squaresPredicted: times(numberOf(own(predicted), predicted)),
    products: times(numberOf(own(actual), predicted)),
  };
}

function fromSums(
  answer: Aggregation,
  { rows, meanActual, meanPredicted }: Pick<Moments, 'rows' | 'meanActual' | 'meanPredicted'>
): Squares {
  const squares = (name: string) => rows * (numberOf(below(answer, name), 'std_deviation') ?? NaN) ** 2;
  const product = ['above', 'under'].reduce((sum, name) => {
    const part = below(answer, name);
    return (numberOf(part, 'doc_count') ?? 0) === 0
      ? sum
      : sum + (numberOf(below(part, 'mean'), 'value') ?? NaN) * (numberOf(below(part, 'weights'), 'value') ?? NaN);
  }, 0);
  return {
    squaresActual: squares('actual'),
    squaresPredicted: squares('predicted'),
    products: product - rows * meanActual * meanPredicted,
  };
}

/** Σ(p − y)², never below 0, which rounding may make of it. */
export function squaredErrors({ rows, meanActual, meanPredicted, ...sums }: Moments): number {
  const { squaresActual, squaresPredicted, products } = sums;
  return Math.max(0, squaresActual + squaresPredicted - 2 * products + rows * (meanPredicted - meanActual) ** 2);
}

/** Σy². */
export function squaredActuals({ rows, meanActual, squaresActual }: Moments): number {
  return squaresActual + rows * meanActual ** 2;
}
