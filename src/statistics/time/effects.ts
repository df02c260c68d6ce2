import type { CountedSeries } from './CountedSeries';
import { referencesOf } from './references';
import type { Scale } from './scales';
import { shareColumns } from './shareColumns';
import { windowSums, type WindowSums } from './windowSums';
import type { Timeline } from './Timeline';

/** How far each window is from its reference, scale by scale. */
export interface Effects {
  readonly scales: readonly Scale[];
  /** By scale: the distance of each window, NaN where it can't be known. In standard deviations (numbers) or as a share. */
  readonly distance: readonly Float64Array[];
  /** By scale: the distance that independent rows would show by chance. */
  readonly chance: readonly Float64Array[];
  /** What they were computed from. */
  readonly sums: WindowSums;
}

/**
 * Distances d = Σ w|A − B| of the shares A from their reference B, and e = Σ w √(2H(1 − H)(1/N + v)/π), which is d's mean
 * by chance: H is the pooled share with half a row added, v the reference's variance factor. A level is that of the last
 * `length` windows together, by rows, a jump the difference of two levels that follow one another. Each needs its last
 * window and at least half of the others.
 */
export function effectsOf(series: CountedSeries, timeline: Timeline, scales: readonly Scale[]): Effects {
  const columns = shareColumns(series);
  const sums = windowSums(columns, referencesOf(columns, timeline));
  const measured = scales.map((scale) => measure(sums, columns.weights, scale));
  return {
    scales,
    distance: measured.map(([distance]) => distance),
    chance: measured.map(([, chance]) => chance),
    sums,
  };
}

function measure(sums: WindowSums, weights: Float64Array, { kind, length }: Scale): [Float64Array, Float64Array] {
  const { windows } = sums;
  const distance = new Float64Array(windows).fill(NaN);
  const chance = new Float64Array(windows).fill(NaN);
  for (let window = length - 1; window < windows; window++) {
    const start = window + 1 - length;
    const isKnown = sums.isUsable(window) && sums.isCovered(start, length);
    if (!isKnown || (kind === 'jump' && (start < length || !sums.isCovered(start - length, length)))) {
      continue;
    }
    const found = kind === 'level' ? level(sums, weights, start, length) : jump(sums, weights, start, length);
    distance[window] = found.distance;
    chance[window] = found.chance;
  }
  return [distance, chance];
}

/** Reused for every window: these are the innermost loops. */
const result = { distance: 0, chance: 0 };

function level(sums: WindowSums, weights: Float64Array, start: number, length: number): typeof result {
  const { columns, counts, expected } = sums;
  const [a, b] = [start * columns, (start + length) * columns];
  const rows = sums.rowsBetween(start, start + length);
  const variance = sums.varianceBetween(start, start + length);
  const pooled = 1 / (rows + 1 / variance + 1);
  const ofReference = 1 / (variance * rows);
  let [distance, spread] = [0, 0];
  for (let j = 0; j < columns; j++) {
    const count = counts[b + j] - counts[a + j];
    const reference = expected[b + j] - expected[a + j];
    const share = (count + reference * ofReference + 0.5) * pooled;
    distance += weights[j] * Math.abs(count - reference);
    spread += weights[j] * Math.sqrt(Math.max(0, share * (1 - share)));
  }
  result.distance = distance / rows;
  result.chance = spread * Math.sqrt((2 * (1 / rows + variance)) / Math.PI);
  return result;
}

function jump(sums: WindowSums, weights: Float64Array, start: number, length: number): typeof result {
  const { columns, counts, expected } = sums;
  const [a, b, c] = [(start - length) * columns, start * columns, (start + length) * columns];
  const [before, after] = [sums.rowsBetween(start - length, start), sums.rowsBetween(start, start + length)];
  const beforeVariance = sums.varianceBetween(start - length, start);
  const afterVariance = sums.varianceBetween(start, start + length);
  const pooled = 1 / (before + after + 1 / beforeVariance + 1 / afterVariance + 1);
  const [ofBefore, ofAfter] = [1 / (beforeVariance * before), 1 / (afterVariance * after)];
  let [distance, spread] = [0, 0];
  for (let j = 0; j < columns; j++) {
    const count = counts[b + j] - counts[a + j];
    const reference = expected[b + j] - expected[a + j];
    const nextCount = counts[c + j] - counts[b + j];
    const nextReference = expected[c + j] - expected[b + j];
    const share = (count + nextCount + reference * ofBefore + nextReference * ofAfter + 0.5) * pooled;
    distance += weights[j] * Math.abs((nextCount - nextReference) / after - (count - reference) / before);
    spread += weights[j] * Math.sqrt(Math.max(0, share * (1 - share)));
  }
  result.distance = distance;
  result.chance = spread * Math.sqrt((2 * (1 / before + beforeVariance + 1 / after + afterVariance)) / Math.PI);
  return result;
}
