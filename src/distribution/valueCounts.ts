import type { ValueCounts } from './Distribution';

export const NO_COUNTS: ValueCounts = {
  total: 0,
  missing: 0,
  nan: 0,
  positiveInfinity: 0,
  negativeInfinity: 0,
  mistyped: 0,
};

/** Counts of clean values: rows that are neither missing, nor NaN, infinite or of the wrong type. */
export function countsOf(total: number, others: Partial<Omit<ValueCounts, 'total'>> = {}): ValueCounts {
  return { ...NO_COUNTS, ...others, total };
}

export function addCounts(a: ValueCounts, b: ValueCounts): ValueCounts {
  return {
    total: a.total + b.total,
    missing: a.missing + b.missing,
    nan: a.nan + b.nan,
    positiveInfinity: a.positiveInfinity + b.positiveInfinity,
    negativeInfinity: a.negativeInfinity + b.negativeInfinity,
    mistyped: a.mistyped + b.mistyped,
  };
}
