import type { ErrorSums } from '../../../outcomes/ErrorSums';
import type { ForecastSums } from '../../../outcomes/ForecastSums';
import type { Bucket } from '../client/SearchAnswer';
import type { StoreField } from '../fields/StoreField';
import { hasValue } from '../search/valueOf';
import { type ErrorCounting, errorsPart } from './errorsPart';
import type { OutcomePart, PartAbout, PartOutcomes } from './OutcomePart';
import { areComparable, computedQuery } from './rowScript';

/** Fields of other predicted numbers. */
export interface ForecastFields {
  readonly quantiles: ReadonlyArray<{ readonly column: string; readonly field: StoreField }>;
  /** Both ends of the predicted interval. */
  readonly interval?: { readonly lower: StoreField; readonly upper: StoreField };
  /** What a simple rule predicted. */
  readonly naive?: StoreField;
  /** Whether quantiles of sizes of errors are asked for. */
  readonly sizes?: boolean;
}

/**
 * Errors of predicted quantiles, in documents that have all of them, and those of the model and of a naive forecast in documents
 * that have both. Where the store runs no scripts it compares no two fields of a document: crossed quantiles are counted then.
 */
export function forecastPart(
  { prediction, label }: { readonly prediction: StoreField; readonly label: StoreField },
  { quantiles, naive }: ForecastFields,
  known: unknown,
  counting: ErrorCounting
): OutcomePart | null {
  const ordered = counting.computes === true ? orderedQuery(quantiles.map(({ field }) => field)) : null;
  const whole = [known, ...quantiles.map(({ field }) => hasValue(field)), ...(ordered === null ? [] : [ordered])];
  const all = { bool: { filter: whole } };
  const both = naive && { bool: { filter: [known, hasValue(naive), hasValue(prediction)] } };
  const ofQuantiles = quantiles.map(({ column, field }, i) => ({
    column,
    part: errorsPart(field, label, all, counting, `quantile${i}`),
  }));
  const plain = errorsPart(prediction, label, { bool: { filter: [known, hasValue(prediction)] } }, counting, 'plain');
  const ofBoth =
    naive && both ? [prediction, naive].map((field, i) => errorsPart(field, label, both, counting, `beside${i}`)) : [];
  const parts = [...ofQuantiles.map(({ part }) => part), ...(ofBoth.length > 0 ? [plain, ...ofBoth] : [])];
  // Without scripts and a grid sizes of errors are not bounded: the model makes none.
  return parts.length === 0 || (counting.side === null && counting.computes !== true)
    ? null
    : {
        aggs: Object.assign({}, ...parts.map(({ aggs }) => aggs)) as OutcomePart['aggs'],
        weight: parts.reduce((sum, { weight }) => sum + weight, 0),
        read,
      };

  function read(answer: Bucket, about: PartAbout): PartOutcomes {
    const errorsOf = (part: OutcomePart) => part.read(answer, about).errors;
    const named = ofQuantiles.map(({ column, part }) => [column, errorsOf(part)] as const);
    const sums = new Map(named.filter((one): one is readonly [string, ErrorSums] => one[1] !== undefined));
    const [all, model, other] = ofBoth.length === 0 ? [] : [plain, ...ofBoth].map(errorsOf);
    const forecasts: ForecastSums = {
      ...(named.length > 0 && sums.size === named.length && { quantiles: sums }),
      ...(all !== undefined &&
        model !== undefined &&
        other !== undefined && {
          naive: {
            rows: model.rows,
            model: narrowed(model),
            naive: narrowed(other),
            without: all.rows - model.rows,
          },
        }),
    };
    return Object.keys(forecasts).length > 0 ? { forecasts } : {};
  }
}

/** Documents whose quantiles ascend; null where they can't be compared, or there is only one. */
export function orderedQuery(fields: readonly StoreField[]): Readonly<Record<string, unknown>> | null {
  if (fields.length < 2 || !areComparable(fields)) {
    return null;
  }
  const named = Object.fromEntries(fields.map((field, i) => [`q${i}`, field]));
  return computedQuery(
    named,
    fields
      .slice(1)
      .map((_, i) => `q${i} <= q${i + 1}`)
      .join(' && ')
  );
}

/** |Σ(p − y)| is never above Σ|p − y|. */
function narrowed({ rows, absolute, meanActual, meanPredicted }: ErrorSums): ErrorSums['absolute'] {
  if (absolute.low === absolute.high) {
    return absolute;
  }
  const low = Math.max(absolute.low, rows * Math.abs(meanPredicted - meanActual));
  return { low, high: Math.max(low, absolute.high) };
}
