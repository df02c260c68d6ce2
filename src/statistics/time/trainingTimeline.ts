import { type Timeline, UNUSED } from './Timeline';

/**
 * Where training data lies in time is not known, nor how many seasons it spans: so it may be off itself. Half of the
 * natural variation of a window holds the promised rate also where means wander for days (simulated).
 */
const OF_TRAINING = 0.5;

/**
 * The timeline of windows that are compared with training data without times: window 0 is the training data, windows 1 to
 * `past` the past of the monitored stream itself, and the judged ones follow. Each must span a whole season, since the
 * training data mixes all its hours. Natural variation comes from the past windows, each against the median of all others.
 */
export function trainingTimeline(past: number, judged: number): Timeline {
  const windows = 1 + past + judged;
  const referencesPerWindow = Math.max(1, past - 1);
  const references = new Int32Array(windows * referencesPerWindow).fill(UNUSED);
  for (let window = 1; window <= past; window++) {
    for (let i = 0; i < past - 1; i++) {
      references[window * referencesPerWindow + i] = i + 1 < window ? i + 1 : i + 2;
    }
  }
  for (let window = past + 1; window < windows; window++) {
    references[window * referencesPerWindow] = 0;
  }
  const each = Int32Array.from({ length: windows }, (_, window) => window);
  return {
    windows,
    season: each,
    block: each,
    references,
    referencesPerWindow,
    calibration: { kind: 'fixed', seasons: Array.from({ length: past }, (_, i) => i + 1) },
    referenceVariation: OF_TRAINING,
  };
}
