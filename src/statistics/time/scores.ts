import type { Effects } from './effects';
import { naturalVariation } from './naturalVariation';
import { stretchesOf } from './stretchesOf';
import { calibrationSeasons, type Timeline } from './Timeline';

/** Scores of one series for the windows of one season, and those of its calibration replayed. */
export interface SeasonScores {
  /** The largest d/√(e² + τ²) over all scales, of each window of the season and of its calibration; NaN elsewhere. */
  readonly score: Float64Array;
  /** Index of the scale that has it; −1 elsewhere. */
  readonly scale: Int8Array;
  /** τ² of the judged windows by scale, from the whole calibration; null where no distance is known at that scale. */
  readonly variation: ReadonlyArray<number | null>;
  /** How many windows of the calibration have a score. */
  readonly replayed: number;
  /** In how many seasons of the calibration at least half of the windows have a score. */
  readonly seasons: number;
}

/** A window in a season of the calibration is scored with the natural variation of the other seasons. */
export function scoresOf(effects: Effects, timeline: Timeline, season: number): SeasonScores {
  const past = stretchesOf(timeline, calibrationSeasons(timeline, season));
  const [judged] = stretchesOf(timeline, [season]);
  const score = new Float64Array(timeline.windows).fill(NaN);
  const scale = new Int8Array(timeline.windows).fill(-1);
  const variation = effects.scales.map((_, index) => {
    const [distance, chance] = [effects.distance[index], effects.chance[index]];
    const whole = naturalVariation(distance, chance, past);
    if (whole === null) {
      return null;
    }
    const ofJudged = whole * (1 + (timeline.referenceVariation ?? 0));
    const raise = ([start, end]: readonly [number, number], tau2: number) => {
      for (let window = start; window < end; window++) {
        const found = distance[window] / Math.sqrt(chance[window] * chance[window] + tau2);
        if (found > score[window] || (scale[window] < 0 && found >= 0)) {
          score[window] = found;
          scale[window] = index;
        }
      }
    };
    past.forEach((stretch, left) => {
      const others = past.filter((_other, i) => i !== left);
      raise(stretch, naturalVariation(distance, chance, others, whole) ?? whole);
    });
    if (!past.some(([start, end]) => start <= judged[0] && judged[0] < end)) {
      raise(judged, ofJudged);
    }
    return ofJudged;
  });
  const known = past.map(([start, end]) => scale.subarray(start, end).reduce((sum, at) => sum + (at < 0 ? 0 : 1), 0));
  return {
    score,
    scale,
    variation,
    replayed: known.reduce((sum, count) => sum + count, 0),
    seasons: past.filter(([start, end], i) => end > start && 2 * known[i] >= end - start).length,
  };
}
