import type { ChangeQuery } from '../../query/changeQuery';
import { parseDuration } from '../../query/duration';
import type { TimeRange } from '../../query/time';
import { findChanges, LEAST_WINDOWS, type FoundChange } from '../../statistics/change/findChanges';
import { alarmsOf, onlineDetector, whyNoDetector } from '../../statistics/change/online/onlineDetectors';
import type { Season } from '../../statistics/change/subtractSeason';
import type { ChangeSeries, NumberSeries, OnlineAlarm, TimedChange } from './ChangeSeries';

/** Finds the changes of a series, each with its time and with what is in doubt of it. */
export function judgeSeries(
  series: NumberSeries,
  {
    windows,
    season,
    decision,
    detectors,
  }: Pick<ChangeQuery, 'decision' | 'detectors'> & { readonly windows: readonly TimeRange[]; readonly season?: Season }
): ChangeSeries {
  const present = series.values.filter((value) => value !== null).length;
  const undecided = series.refusal ?? (present < LEAST_WINDOWS ? tooFew(present, windows.length) : null);
  if (undecided !== null) {
    const nothing = series.values.map(() => null);
    return { ...series, changes: [], recurring: null, adjusted: series.values, levels: nothing, undecided };
  }
  const found = findChanges(series.values, { alpha: decision.alpha / series.together, season });
  const from =
    decision.recent === undefined ? -Infinity : windows[windows.length - 1].to - parseDuration(decision.recent);
  return {
    ...series,
    ...found,
    undecided: null,
    alarms: onlineAlarms(found.adjusted, windows, detectors),
    changes: found.changes.map((change) => timed(change, series.values, windows, from)),
  };
}

function timed(
  change: FoundChange,
  values: NumberSeries['values'],
  windows: readonly TimeRange[],
  from: number
): TimedChange {
  const { start, end, interval } = change;
  let before = start - 1;
  while (before >= 0 && values[before] === null) {
    before -= 1;
  }
  const latest = interval === null ? null : windows[interval[1]].from;
  const until = windows[end].from;
  return {
    ...change,
    window: windows[start],
    until,
    earliest: interval === null ? null : windows[interval[0]].from,
    latest,
    gap: start - 1 - before,
    isRecent: Math.max(latest ?? until, until) >= from,
  };
}

function onlineAlarms(
  values: NumberSeries['values'],
  windows: readonly TimeRange[],
  detectors: ChangeQuery['detectors']
): OnlineAlarm[] {
  const places = values.flatMap((value, place) => (value === null ? [] : [place]));
  const present = values.filter((value) => value !== null);
  return detectors
    .filter((detector) => whyNoDetector(detector, present) === undefined)
    .flatMap((detector) =>
      alarmsOf(onlineDetector(detector), present).map((row) => ({ detector, window: windows[places[row]] }))
    );
}

function tooFew(present: number, all: number): string {
  const some = present === 0 ? 'None' : `${present}`;
  return `${some} of ${all} windows ${present === 1 ? 'has' : 'have'} a value, and a change takes ${LEAST_WINDOWS} to be told from noise: choose a longer time range, or shorter windows.`;
}
