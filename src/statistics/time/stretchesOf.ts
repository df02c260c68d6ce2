import type { Stretch } from './naturalVariation';
import type { Timeline } from './Timeline';

/** The windows of each of these seasons, empty where a season has none. */
export function stretchesOf({ season, windows }: Timeline, seasons: readonly number[]): readonly Stretch[] {
  return seasons.map((wanted) => [firstFrom(season, windows, wanted), firstFrom(season, windows, wanted + 1)]);
}

/** First window of this season or a later one. */
function firstFrom(season: Int32Array, windows: number, wanted: number): number {
  let [low, high] = [0, windows];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (season[middle] < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
