import type { Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { quantile } from '../../distribution/quantile';

/** A number that tells how a feature's values lie in each window. */
export interface Figure {
  readonly name: string;
  /** One for each window; null where it has no such number. */
  readonly values: ReadonlyArray<number | null>;
}

/** So many categories are looked at, the most frequent ones over all windows. */
const MOST_CATEGORIES = 8;

/**
 * How a feature's values lie in each window, as few numbers as can show a change: for numbers their mean, or where it is
 * not known their median, and their standard deviation or quartile range; for categories the share of each of the most
 * frequent; the share of missing values where there are any. Windows without rows have null.
 */
export function figuresOfFeature(windows: ReadonlyArray<Distribution | undefined>): Figure[] {
  const shares = missingShares(windows);
  const isMissing = shares.some((share) => share !== null && share > 0);
  const missing = isMissing ? [{ name: 'missing share', values: shares }] : [];
  const first = windows.find((one) => one !== undefined);
  return first === undefined
    ? []
    : [...(first.kind === 'categories' ? categoryShares(windows) : numberFigures(windows)), ...missing];
}

function numberFigures(windows: ReadonlyArray<Distribution | undefined>): Figure[] {
  const present = windows.map((one) => (one !== undefined && numberOfValues(one) > 0 ? one : undefined));
  const means = present.map((one) => (one === undefined ? null : meanOf(one)));
  const spreads = present.map((one) => (one === undefined ? null : spreadOf(one)));
  const isKnown = (values: ReadonlyArray<number | null>) =>
    values.every((value, k) => value !== null || present[k] === undefined);
  return [
    isKnown(means)
      ? { name: 'mean', values: means }
      : { name: 'median', values: present.map((one) => (one === undefined ? null : quantile(one, 0.5))) },
    isKnown(spreads)
      ? { name: 'standard deviation', values: spreads }
      : { name: 'quartile range', values: present.map((one) => (one === undefined ? null : quartileRange(one))) },
  ];
}

/** Of the finite values; null where the place doesn't tell. */
function meanOf(distribution: Distribution): number | null {
  if (distribution.kind === 'samples') {
    const finite = distribution.sorted.filter((value) => Number.isFinite(value));
    return finite.length === 0 ? null : finite.reduce((sum, value) => sum + value / finite.length, 0);
  }
  return distribution.kind === 'histogram' ? (distribution.mean ?? null) : null;
}

function spreadOf(distribution: Distribution): number | null {
  if (distribution.kind !== 'samples') {
    return distribution.kind === 'histogram' ? (distribution.standardDeviation ?? null) : null;
  }
  const mean = meanOf(distribution);
  const finite = distribution.sorted.filter((value) => Number.isFinite(value));
  return mean === null || finite.length < 2
    ? 0
    : Math.sqrt(finite.reduce((sum, value) => sum + (value - mean) ** 2, 0) / finite.length);
}

function quartileRange(distribution: Distribution): number | null {
  const [low, high] = [quantile(distribution, 0.25), quantile(distribution, 0.75)];
  return low === null || high === null ? null : high - low;
}

function categoryShares(windows: ReadonlyArray<Distribution | undefined>): Figure[] {
  const totals = new Map<string, number>();
  for (const window of windows) {
    if (window?.kind === 'categories') {
      window.byCategory.forEach((count, name) => totals.set(name, (totals.get(name) ?? 0) + count));
    }
  }
  const most = [...totals].sort((a, b) => b[1] - a[1]).slice(0, MOST_CATEGORIES);
  // The share of one of two categories is that of the other.
  const named = most.length === 2 && totals.size === 2 ? most.slice(0, 1) : most;
  return named.map(([name]) => ({
    name: `share of ${name}`,
    values: windows.map((window) => {
      const values = window?.kind === 'categories' ? numberOfValues(window) : 0;
      return window?.kind === 'categories' && values > 0 ? (window.byCategory.get(name) ?? 0) / values : null;
    }),
  }));
}

function missingShares(windows: ReadonlyArray<Distribution | undefined>): Array<number | null> {
  return windows.map((window) =>
    window === undefined || window.counts.total === 0
      ? null
      : (window.counts.missing + window.counts.nan) / window.counts.total
  );
}
