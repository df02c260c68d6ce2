import type { Distribution } from '../../distribution/Distribution';
import { quantile } from '../../distribution/quantile';

export interface ScaleFactor {
  /** What the baseline's values must be multiplied by to become the current ones. */
  readonly factor: number;
  /** Largest relative difference of a quantile after scaling. */
  readonly difference: number;
  /** What the factor is known as; null where it is none of the usual ones. */
  readonly name: string | null;
}

const PROBABILITIES = Array.from({ length: 17 }, (_, i) => 0.1 + 0.05 * i);
/** A shift of the distribution alone seldom keeps all of its proportions so well. */
const MOST_DIFFERENCE = 0.1;
/** A factor that no pair of units has must fit better. */
const MOST_UNNAMED = 0.03;
const LEAST_FACTOR = 1.25;
/** As many different quantiles must agree: two spikes agree with any factor. */
const LEAST_DIFFERENT = 5;

const UNITS: ReadonlyArray<readonly [number, string]> = [
  [1.609344, 'miles to kilometres'],
  [1 / 1.609344, 'kilometres to miles'],
  [1000, 'thousandfold, as kilo to the unit or seconds to milliseconds'],
  [0.001, 'a thousandth, as the unit to kilo or milliseconds to seconds'],
  [1e6, 'a millionfold'],
  [1e-6, 'a millionth'],
  [100, 'a hundredfold, as shares to percent or units to cents'],
  [0.01, 'a hundredth, as percent to shares or cents to units'],
  [60, 'sixtyfold, as minutes to seconds or hours to minutes'],
  [1 / 60, 'a sixtieth, as seconds to minutes or minutes to hours'],
  [3600, 'hours to seconds'],
  [1 / 3600, 'seconds to hours'],
  [0.3048, 'feet to metres'],
  [1 / 0.3048, 'metres to feet'],
  [2.54, 'inches to centimetres'],
  [1 / 2.54, 'centimetres to inches'],
  [25.4, 'inches to millimetres'],
  [1 / 25.4, 'millimetres to inches'],
  [0.45359237, 'pounds to kilograms'],
  [1 / 0.45359237, 'kilograms to pounds'],
  [1024, 'binary kilo to the unit'],
  [1 / 1024, 'the unit to binary kilo'],
  [-1, 'the sign turned'],
];

/**
 * The constant by which all quantiles from 10 to 90 % grew, as a change of units makes them; null where there is none.
 * Quantiles need not be exact: any ordered distribution will do.
 */
export function scaleFactor(baseline: Distribution, current: Distribution): ScaleFactor | null {
  const pairs = PROBABILITIES.map((p) => [quantile(baseline, p), quantile(current, p)] as const);
  if (pairs.some(([before, now]) => before === null || now === null)) {
    return null;
  }
  const nonzero = pairs.flatMap(([before, now]) => (before ? [{ before, ratio: (now ?? 0) / before }] : []));
  if (new Set(nonzero.map(({ before }) => before)).size < LEAST_DIFFERENT) {
    return null;
  }
  const ratios = nonzero.map(({ ratio }) => ratio).sort((a, b) => a - b);
  const middle = ratios[ratios.length >> 1];
  const known = UNITS.find(([factor]) => Math.abs(middle / factor - 1) < 0.03);
  const factor = known?.[0] ?? middle;
  const size = Math.abs(factor);
  if (!(factor > -Infinity && factor < Infinity) || (factor > 0 && size < LEAST_FACTOR && size > 1 / LEAST_FACTOR)) {
    return null;
  }
  const difference = Math.max(...ratios.map((ratio) => Math.abs(ratio / factor - 1)));
  return difference <= (known === undefined ? MOST_UNNAMED : MOST_DIFFERENCE)
    ? { factor, difference, name: known?.[1] ?? null }
    : null;
}
