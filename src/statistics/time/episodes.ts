/** Alarms that belong together. */
export interface Episode {
  /** First and last window in alarm. */
  readonly start: number;
  readonly end: number;
  readonly alarms: number;
}

/**
 * Windows in alarm, put together where the pause between them is shorter than `gap` windows (those of a day, at least 1).
 *
 * @param isAlarm 1 for each window in alarm
 */
export function episodesOf(isAlarm: ArrayLike<number | boolean>, gap: number): Episode[] {
  const episodes: Array<{ start: number; end: number; alarms: number }> = [];
  for (let window = 0; window < isAlarm.length; window++) {
    if (!isAlarm[window]) {
      continue;
    }
    const last = episodes.at(-1);
    if (last && window - last.end - 1 < gap) {
      last.end = window;
      last.alarms++;
    } else {
      episodes.push({ start: window, end: window, alarms: 1 });
    }
  }
  return episodes;
}
