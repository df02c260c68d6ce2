import { numberOn, startOn } from '../windows/gridOf';
import type { FeatureSeries } from './FeatureSeries';
import type { Attempt, TimePlan } from './TimePlan';

/** When the first window that has data begins; null where none has. */
export function historyBegins({ windows }: TimePlan, series: readonly FeatureSeries[]): number | null {
  const first = windows.findIndex(
    ({ isEarlierYear }, window) =>
      isEarlierYear !== true &&
      series.some(({ timed: { values, missing } }) => values?.present[window] === 1 || missing?.present[window] === 1)
  );
  return first < 0 ? null : windows[first].range.from;
}

/** The first attempt whose history is there, but for a part of its first season; null where there is too little for any. */
export function attemptFor({ attempts }: TimePlan, window: number, begins: number | null): Attempt | null {
  return (
    attempts.find(({ grid, places, needed }) => {
      const first = places.season[window] - needed;
      return needed === 0 || (begins !== null && begins < startOn(grid, first + 1));
    }) ?? null
  );
}

/** From when on windows can be judged, by the attempt that takes least; null where none depends on the history's length. */
export function availableFrom({ attempts }: TimePlan, begins: number): number | null {
  const times = attempts
    .filter(({ needed }) => needed > 0)
    .map(({ grid, needed }) => startOn(grid, numberOn(grid, begins) + needed));
  return times.length === 0 ? null : Math.min(...times);
}
