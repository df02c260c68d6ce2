import { drawNormal } from '../../statistics/random/drawNormal';
import type { SeededRandom } from '../../statistics/random/seededRandom';
import type { CountedSeries } from '../../statistics/time/CountedSeries';
import { type Timeline, UNUSED } from '../../statistics/time/Timeline';
import type { TimedFeature } from '../../verdict/time/TimedFeature';
import type { Attempt } from '../time/TimePlan';

/** Up to so many rows are tossed one by one; more are drawn from the normal distribution. */
const TOSSED = 64;

/**
 * A feature whose rows went at random into two halves: the first half of its windows, then the second half. Each bin loses
 * rows as a split of the rows themselves would make it, so that no store has to be asked again.
 */
export function inHalves(feature: TimedFeature, random: SeededRandom): TimedFeature {
  return {
    ...feature,
    values: feature.values && halved(feature.values, random),
    missing: feature.missing && halved(feature.missing, random),
  };
}

function halved(series: CountedSeries, random: SeededRandom): CountedSeries {
  const { length } = series.counts;
  const counts = new Float64Array(2 * length);
  series.counts.forEach((count, i) => {
    const rows = Math.round(count);
    counts[i] = halfOf(rows, random);
    counts[length + i] = rows - counts[i];
  });
  const present = new Uint8Array(2 * series.present.length);
  present.set(series.present);
  present.set(series.present, series.present.length);
  return { ...series, counts, present };
}

function halfOf(rows: number, random: SeededRandom): number {
  if (rows > TOSSED) {
    const drawn = Math.round(rows / 2 + (Math.sqrt(rows) / 2) * drawNormal(random));
    return Math.min(rows, Math.max(0, drawn));
  }
  let half = 0;
  for (let row = 0; row < rows; row++) {
    half += random.below(2);
  }
  return half;
}

/** The second half of each window beside its first half, calibrated as the windows themselves are. */
export function timelineOfHalves({ places: { season, block }, seasons }: Attempt): Timeline {
  const windows = season.length;
  // First halves are no part of any calibration: their seasons lie before all others.
  const before = (numbers: Int32Array, gap: number) => {
    const shift = numbers[windows - 1] - numbers[0] + 1 + gap;
    return Int32Array.of(...numbers.map((number) => number - shift), ...numbers);
  };
  const references = new Int32Array(2 * windows).fill(UNUSED);
  for (let window = 0; window < windows; window++) {
    references[windows + window] = window;
  }
  return {
    windows: 2 * windows,
    season: before(season, seasons),
    block: before(block, 0),
    references,
    referencesPerWindow: 1,
    calibration: { kind: 'seasonal', seasons },
  };
}
