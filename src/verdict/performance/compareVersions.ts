import { differenceInterval, type SequenceInterval } from '../../statistics/performance/sequence/differenceInterval';
import { lossInterval, lossTotals, rhoFor } from '../../statistics/performance/sequence/lossInterval';
import { hasBothLosses, type LossSums } from '../../statistics/performance/sequence/LossSums';
import { hasBoth, type VersionCounts } from '../../statistics/performance/sequence/VersionCounts';
import { aim, decideVersions, type VersionsLimits } from './decideVersions';
import { moreLabelsOfLosses, moreLabelsOfShares } from './moreLabels';
import { SEVERITY_OF_VERSIONS } from './severityOfVersions';
import type { VersionsReason, VersionsVerdict } from './VersionsVerdict';

export interface VersionsOptions extends VersionsLimits {
  readonly alpha: number;
}

/** Below so many rows of a version the normal limit behind the interval of losses is not trusted. */
const FEWEST_LOSSES = 30;

/**
 * Two versions by a share of rows (accuracy, precision, recall): counts by window, ascending in time, of windows whose labels
 * are complete. May be asked again after each window: all its intervals together hold the true difference with 1 − alpha.
 */
export function compareVersions(windows: readonly VersionCounts[], options: VersionsOptions): VersionsVerdict {
  const both = windows.filter(hasBoth);
  const oldRows = sum(both.map((window) => window.oldRows));
  const newRows = sum(both.map((window) => window.newRows));
  const known = {
    measure: 'share',
    method: 'sequence',
    ...options,
    ...weighted(
      both.map((window) => [
        (window.oldRows * window.newRows) / (window.oldRows + window.newRows),
        window.oldHits / window.oldRows,
        window.newHits / window.newRows,
      ])
    ),
    oldRows,
    newRows,
    windows: both.length,
    skipped: windows.filter((window) => window.oldRows + window.newRows > 0).length - both.length,
  } as const;
  const interval = differenceInterval(windows, options.alpha);
  if (interval === null) {
    return withoutInterval(known, both.length === 0 ? 'apart' : 'changed');
  }
  const { verdict, reason } = decideVersions(interval, options);
  const against = verdict === 'labels_needed' ? aim(interval.difference, options) : null;
  const moreLabels = against === null ? null : moreLabelsOfShares(windows, against, options.alpha);
  return { ...known, ...interval, verdict, reason, severity: SEVERITY_OF_VERSIONS[verdict], moreLabels };
}

/**
 * Two versions by a mean loss (Brier score, log loss, absolute or squared error). Margin and threshold are shares of the old
 * version's mean loss in the first window that has both, so that they stay the same at each look; the spread that tunes the
 * interval is also that window's. The interval holds at all looks together as rows grow many.
 */
export function compareVersionLosses(windows: readonly LossSums[], options: VersionsOptions): VersionsVerdict {
  const both = windows.filter(hasBothLosses);
  const first = both.at(0);
  const scale = first?.old.mean ?? 0;
  const limits = { margin: options.margin * scale, threshold: options.threshold * scale };
  const totals = lossTotals(both);
  const oldRows = sum(both.map(({ old }) => old.rows));
  const newRows = sum(both.map((window) => window.new.rows));
  const known = {
    measure: 'loss',
    method: 'asymptotic',
    ...limits,
    alpha: options.alpha,
    ...weighted(
      both.map((window) => [
        (window.old.rows * window.new.rows) / (window.old.rows + window.new.rows),
        window.old.mean,
        window.new.mean,
      ])
    ),
    oldRows,
    newRows,
    windows: both.length,
    skipped: windows.filter(({ old, new: next }) => old.rows + next.rows > 0).length - both.length,
  } as const;
  if (first === undefined) {
    return withoutInterval(known, 'apart');
  }
  const rho = rhoFor(variance(first), limits.margin);
  const interval = lossInterval(both, rho, options.alpha);
  if (interval === null || Math.min(oldRows, newRows) < FEWEST_LOSSES) {
    return withoutInterval(known, 'few_labels');
  }
  const better = { difference: -interval.difference, low: -interval.high, high: -interval.low };
  const { verdict, reason } = decideVersions(better, limits);
  const against = verdict === 'labels_needed' ? aim(better.difference, limits) : null;
  const distance = against === null ? 0 : Math.abs(better.difference - against);
  const moreLabels =
    against === null ? null : moreLabelsOfLosses(totals, oldRows + newRows, distance, rho, options.alpha);
  return { ...known, ...interval, verdict, reason, severity: SEVERITY_OF_VERSIONS[verdict], moreLabels };
}

type Known = Omit<VersionsVerdict, keyof SequenceInterval | 'verdict' | 'reason' | 'severity' | 'moreLabels'>;

function withoutInterval(known: Known, reason: VersionsReason): VersionsVerdict {
  const nothing = { difference: null, low: null, high: null, moreLabels: null };
  return { ...known, ...nothing, verdict: 'labels_needed', severity: null, reason };
}

function weighted(rates: ReadonlyArray<readonly [weight: number, old: number, next: number]>) {
  const total = sum(rates.map(([weight]) => weight));
  const mean = (at: 1 | 2) => (total === 0 ? null : sum(rates.map((rate) => rate[0] * rate[at])) / total);
  return { old: mean(1), new: mean(2) };
}

function variance({ old, new: next }: LossSums): number {
  return (old.rows * old.variance + next.rows * next.variance) / (old.rows + next.rows);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
