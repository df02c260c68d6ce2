import type { Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { chanceOfNone } from './chanceOfNone';
import type { CheckOutcome, FeatureSides } from './Finding';
import { LEAST_WINDOWS } from '../../statistics/quality/band';

const LEAST_VALUES = 30;

/** One value alone in the whole window, where the baseline's windows have several. */
export function checkConstant({ current, baseline, past, expect, minimumCount = 0 }: FeatureSides): CheckOutcome {
  const n = numberOfValues(current);
  const only = onlyValue(current);
  // Without a baseline one value alone is nothing strange, unless it is said to be.
  if (expect.constant === true || (baseline === null && expect.constant === undefined)) {
    return { checked: [] };
  }
  if (n < LEAST_VALUES) {
    return { checked: [], unchecked: `fewer than ${LEAST_VALUES} values` };
  }
  const value = n >= minimumCount ? only : null;
  if (baseline === null || expect.constant === false) {
    const share = baseline === null ? null : shareOf(baseline, only);
    const facts = { value, count: n, share_baseline: share };
    return {
      checked: [{ check: 'stuck', code: 'constant', pValue: null, notable: only !== null, severity: 2, facts }],
    };
  }
  const filled = past.filter((window) => numberOfValues(window) > 0);
  const usual = filled.length >= LEAST_WINDOWS && filled.some((window) => onlyValue(window) === only);
  const notable = only !== null && onlyValue(baseline) === null && !usual;
  const facts = { value, count: n, share_baseline: shareOf(baseline, only) };
  const share = facts.share_baseline;
  const pValue = only === null ? 1 : share === null ? null : Math.max(share ** n, noOther(filled, only, n));
  return { checked: [{ check: 'stuck', code: 'constant', pValue, notable, severity: 2, facts }] };
}

/** Chance that none of `n` values is another one, by the past windows. */
function noOther(past: readonly Distribution[], only: string, n: number): number {
  const others = past.map((window) => 1 - (shareOf(window, only) ?? 1));
  return chanceOfNone(others, n);
}

/** The one value that all values are; null where there are several or none, or where it can't be told. */
export function onlyValue(distribution: Distribution): string | null {
  switch (distribution.kind) {
    case 'samples': {
      const { sorted } = distribution;
      const first = sorted[0];
      return sorted.length > 0 && first === sorted[sorted.length - 1] ? String(first) : null;
    }
    case 'histogram': {
      const { minimum, maximum } = distribution;
      return minimum !== undefined && minimum === maximum && numberOfValues(distribution) > 0 ? String(minimum) : null;
    }
    case 'categories': {
      // A store that was asked for the baseline's categories answers 0 for those that are gone.
      const present = [...distribution.byCategory].filter(([, count]) => count > 0);
      return present.length === 1 && distribution.rest === 0 ? present[0][0] : null;
    }
    case 'quantiles':
      return null;
  }
}

/** Null where the baseline tells only buckets. */
function shareOf(baseline: Distribution, value: string | null): number | null {
  const n = numberOfValues(baseline);
  if (value === null || n === 0) {
    return null;
  }
  if (baseline.kind === 'categories') {
    const count = baseline.byCategory.get(value);
    return count === undefined && baseline.rest > 0 ? null : (count ?? 0) / n;
  }
  if (baseline.kind === 'samples') {
    const { sorted } = baseline;
    const wanted = Number(value);
    let count = 0;
    for (let i = 0; i < sorted.length; i++) {
      count += Number(sorted[i] === wanted);
    }
    return count / n;
  }
  return null;
}
