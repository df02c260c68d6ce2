import { chiSquareUpperTail } from '../special/chiSquareUpperTail';
import type { RobustScores } from './robustScores';
import { ShiftModels } from './ShiftModels';

/** Beyond so many 1/√T an autocorrelation is no chance, at the lag and at its double. */
const SURE = 3;
const FARTHEST = 3;
/** A period must be seen so often. */
const LEAST_SEASONS = 3;
/** The peak of a smooth pattern is broad: so many windows on both sides of it are tried. */
const AROUND = 3;
/** Chance that some lag of noise without a pattern is taken for a period. */
const ALPHA = 0.01;

export interface Recurrence {
  /** In windows. */
  readonly period: number;
  readonly autocorrelation: number;
}

/**
 * The shortest period after which a series does the same again: the smallest lag at which the autocorrelation peaks above
 * 3/√T and does so at its double too; of the periods around it the one whose places in the period differ most surely, which
 * must be more sure than chance makes any of the lags. Autocorrelations are those of the innovations of the best noise model, clipped, so
 * that neither noise that wanders nor a single step has any. Null where there is none.
 */
export function recurringPeriod(scores: RobustScores, places: readonly number[]): Recurrence | null {
  const models = new ShiftModels(scores, places);
  const innovations = clipped(models.innovations());
  const size = places[places.length - 1] + 1;
  const byPlace = new Float64Array(size).fill(NaN);
  places.forEach((place, row) => (byPlace[place] = innovations[row]));
  const longest = Math.floor(size / LEAST_SEASONS);
  const sure = SURE / Math.sqrt(places.length);
  const correlations = Array.from({ length: Math.min(size, 2 * longest + 2) }, (_, lag) => correlation(byPlace, lag));
  for (let lag = 2; lag <= longest; lag++) {
    const at = correlations[lag];
    const isPeak = at >= sure && at >= correlations[lag - 1] && at >= correlations[lag + 1];
    const double = Math.max(...[-1, 0, 1].map((off) => correlations[2 * lag + off] ?? 0));
    if (isPeak && double >= sure) {
      const found = surestAround(byPlace, lag);
      if (found.chance * longest <= ALPHA) {
        return { period: found.period, autocorrelation: correlations[found.period] };
      }
    }
  }
  return null;
}

function surestAround(values: Float64Array, lag: number): { readonly period: number; readonly chance: number } {
  const periods = Array.from({ length: 2 * AROUND + 1 }, (_, k) => lag - AROUND + k).filter((period) => period >= 2);
  return periods
    .map((period) => ({ period, chance: chanceOfPlaces(values, period) }))
    .reduce((a, b) => (b.chance < a.chance ? b : a));
}

/** That the means of the places in a period differ as much by chance, where the values are independent. */
function chanceOfPlaces(values: Float64Array, period: number): number {
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  let [square, count] = [0, 0];
  values.forEach((value, t) => {
    if (!Number.isNaN(value)) {
      sums[t % period] += value;
      counts[t % period] += 1;
      square += value * value;
      count += 1;
    }
  });
  const between = sums.reduce((sum, value, k) => sum + (counts[k] > 0 ? (value * value) / counts[k] : 0), 0);
  return square > 0 ? chiSquareUpperTail((between * count) / square, period - 1) : 1;
}

/** Nothing lies farther from the mean than three standard deviations. */
function clipped(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => Math.max(-FARTHEST * deviation, Math.min(FARTHEST * deviation, value - mean)));
}

function correlation(values: Float64Array, lag: number): number {
  let [sum, square, pairs, count] = [0, 0, 0, 0];
  for (let t = 0; t < values.length; t++) {
    if (!Number.isNaN(values[t])) {
      square += values[t] * values[t];
      count += 1;
      if (t >= lag && !Number.isNaN(values[t - lag])) {
        sum += values[t] * values[t - lag];
        pairs += 1;
      }
    }
  }
  return square > 0 && pairs > 0 ? ((sum / pairs) * count) / square : 0;
}
