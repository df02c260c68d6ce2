import type { Distribution, Histogram, Quantiles, Samples, ValueCounts } from './Distribution';
import { histogramMoments } from './histogramMoments';
import { momentsOf, shapeOf } from './moments';
import { numberOfValues } from './numberOfValues';
import { quantile } from './quantile';

export const SUMMARY_PROBABILITIES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99] as const;

/** A distribution in figures. A figure that does not exist is null. */
export interface Summary {
  readonly counts: ValueCounts;
  /** Values that enter tests: infinite ones are among them; missing, NaN and mistyped ones are not. */
  readonly count: number;
  readonly mean: number | null;
  /** Sample standard deviation, with n − 1. */
  readonly standardDeviation: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly quantiles: ReadonlyArray<{ readonly probability: number; readonly value: number | null }>;
  /** G1, adjusted for bias as in SAS, SPSS and `scipy.stats.skew(bias=False)`. */
  readonly skewness: number | null;
  /** G2, excess, adjusted for bias. */
  readonly kurtosis: number | null;
  readonly distinct: number | null;
  /** Whether a figure is estimated from buckets or quantiles. */
  readonly approximate: boolean;
}

/**
 * Summary statistics of any distribution. Quantiles by type 7; G1 and G2 by D. Joanes and C. Gill, "Comparing measures
 * of sample skewness and kurtosis", 1998. With infinite values there are no moments.
 */
export function summarize(distribution: Distribution): Summary {
  switch (distribution.kind) {
    case 'samples':
      return summarizeSamples(distribution);
    case 'histogram':
      return summarizeHistogram(distribution);
    case 'quantiles':
      return summarizeQuantiles(distribution);
    case 'categories':
      return {
        ...blank(distribution),
        distinct: distribution.rest > 0 ? null : distribution.byCategory.size,
        approximate: distribution.guarantee === 'approximate',
      };
  }
}

function summarizeSamples(samples: Samples): Summary {
  const { sorted } = samples;
  const n = sorted.length;
  return {
    ...blank(samples),
    ...momentFigures(sorted),
    minimum: n > 0 ? sorted[0] : null,
    maximum: n > 0 ? sorted[n - 1] : null,
    quantiles: quantilesOf(samples),
    distinct: distinctOfSorted(sorted),
  };
}

const NO_SHAPE = { standardizedThird: null, standardizedFourth: null };

function momentFigures(sorted: Float64Array): Pick<Summary, 'mean' | 'standardDeviation' | 'skewness' | 'kurtosis'> {
  const moments = momentsOf(sorted);
  if (moments === null) {
    return { mean: null, standardDeviation: null, skewness: null, kurtosis: null };
  }
  const { count: n, mean, deviation } = moments;
  const { standardizedThird: third, standardizedFourth: fourth } = shapeOf(sorted) ?? NO_SHAPE;
  const ofSample = deviation * Math.sqrt(n / (n - 1));
  return {
    mean,
    standardDeviation: Number.isFinite(ofSample) ? ofSample : null,
    skewness: third === null || n < 3 ? null : (third * Math.sqrt(n * (n - 1))) / (n - 2),
    kurtosis: fourth === null || n < 4 ? null : ((n - 1) / (n - 2) / (n - 3)) * ((n + 1) * (fourth - 3) + 6),
  };
}

function summarizeHistogram(histogram: Histogram): Summary {
  const { minimum, maximum, mean, standardDeviation } = histogram;
  const n = numberOfValues(histogram);
  const moments = histogramMoments(histogram);
  const deviation = standardDeviation ?? moments?.deviation ?? null;
  return {
    ...blank(histogram),
    mean: n > 0 ? (mean ?? moments?.mean ?? null) : null,
    standardDeviation: deviation === null || !(n > 1) ? null : deviation * Math.sqrt(n / (n - 1)),
    minimum: minimum ?? null,
    maximum: maximum ?? null,
    quantiles: quantilesOf(histogram),
    approximate: true,
  };
}

function summarizeQuantiles(quantiles: Quantiles): Summary {
  const { probabilities, values } = quantiles;
  const last = probabilities.length - 1;
  return {
    ...blank(quantiles),
    minimum: probabilities[0] === 0 ? values[0] : null,
    maximum: probabilities[last] === 1 ? values[last] : null,
    quantiles: quantilesOf(quantiles),
    approximate: true,
  };
}

function blank(distribution: Distribution): Summary {
  return {
    counts: distribution.counts,
    count: numberOfValues(distribution),
    mean: null,
    standardDeviation: null,
    minimum: null,
    maximum: null,
    quantiles: [],
    skewness: null,
    kurtosis: null,
    distinct: null,
    approximate: false,
  };
}

function quantilesOf(distribution: Distribution): Summary['quantiles'] {
  return SUMMARY_PROBABILITIES.map((probability) => ({ probability, value: quantile(distribution, probability) }));
}

function distinctOfSorted(sorted: Float64Array): number {
  let distinct = sorted.length > 0 ? 1 : 0;
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i] !== sorted[i - 1]) {
      distinct++;
    }
  }
  return distinct;
}
