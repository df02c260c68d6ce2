import { nextDouble } from '../../distribution/nextDouble';
import type { Arrival } from '../../query/arrival';
import { parseDuration } from '../../query/duration';
import type { TypedFeature } from '../../sources/Source';
import { DELAY, LEAST_LIMIT, usualDelay } from '../../verdict/quality/usualDelay';
import type { Cells } from '../cells';
import type { Place } from '../settleFeatures';

const MS_A_SECOND = 1000;

/** Delays at which rows must be told apart exactly: what is allowed, and what is usual in each part of the baseline. */
export function delayCuts(baseline: Cells | null, { maxDelay }: Arrival = {}): readonly number[] {
  const delays = (baseline?.set.cells ?? []).filter(({ feature }) => feature === DELAY);
  const limits = [
    maxDelay === undefined ? null : parseDuration(maxDelay) / MS_A_SECOND,
    ...delays.map(({ distribution }) => usualDelay(distribution)),
  ];
  const known = limits.filter((limit) => limit !== null);
  return [...new Set([-LEAST_LIMIT, ...known.map(nextDouble)])];
}

/** The feature counted so that values part there, where it is the delay. */
export function cutDelay(feature: TypedFeature, cuts: readonly number[]): TypedFeature {
  return feature.name === DELAY ? { ...feature, cuts } : feature;
}

/** The feature counted from the field that holds the time in the baseline, where it is the delay. */
export function ofTime(feature: TypedFeature, baseline: Place | undefined): TypedFeature {
  return feature.name === DELAY ? { ...feature, since: baseline?.selection.timeField ?? feature.since } : feature;
}
