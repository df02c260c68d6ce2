import { normalScores } from './normalScores';
import { SHORTEST } from './optimalPartition';
import { robustScores, tieVarianceOf } from './robustScores';
import { MOST_SHIFTS, searchShifts } from './searchShifts';
import type { Shape } from './Shape';
import { shiftChance } from './shiftChance';
import { ShiftModels } from './ShiftModels';

export interface Shift extends Shape {
  /** Chance that noise alone brings a change that explains as much. */
  readonly pValue: number;
}

export interface ShiftSearch {
  /** Ascending. */
  readonly shifts: readonly Shift[];
  /** Whether there may be more than are named. */
  readonly isLimited: boolean;
}

/** By ranks a change must hold at this level, unless it is a hundred times as sure by values as need be. */
const ALPHA_OF_RANKS = 0.05;
const BEYOND_DOUBT = 0.01;

/**
 * Steps and ramps in the mean of a series whose noise may be dependent. They are sought by values without their outliers,
 * and must hold by normal scores of ranks too: skewed noise that wanders deceives the one, noise that wanders far the other.
 *
 * @param values finite, one for each row
 * @param places each row's window, ascending; missing ones are gaps
 */
export function findShifts(values: readonly number[], places: readonly number[], alpha: number): ShiftSearch {
  const byValues = robustScores(values);
  const ranks = normalScores(values);
  const found = searchShifts(byValues, places, alpha);
  const ofValues = new ShiftModels(byValues, places);
  const ofRanks = new ShiftModels({ scores: ranks, tieVariance: tieVarianceOf(ranks) }, places);
  let shapes = found;
  for (;;) {
    const shifts = shapes.map((shape, k) => ({ ...shape, pValue: chance(ofValues, shapes, k) }));
    // How far each is from what it must be: above 1 it does not hold.
    const excess = shifts.map(({ pValue }, k) => {
      // In few windows no change is sure by ranks, however large it is.
      const isBeyondDoubt = pValue <= BEYOND_DOUBT * alpha;
      const ofRank = isBeyondDoubt ? 0 : chance(ofRanks, shapes, k);
      return Math.max(pValue / alpha, ofRank / Math.max(alpha, ALPHA_OF_RANKS));
    });
    const worst = excess.indexOf(Math.max(1, ...excess));
    if (worst < 0 || excess[worst] <= 1) {
      return { shifts, isLimited: found.length >= MOST_SHIFTS };
    }
    shapes = shapes.toSpliced(worst, 1);
  }
}

/** That noise alone makes up for the want of a shape. */
function chance(models: ShiftModels, shapes: readonly Shape[], k: number): number {
  const without = models.explainBy(shapes.toSpliced(k, 1));
  const { value, phi } = models.explainBy(shapes);
  return shiftChance(value - without.value, { size: models.size, shortest: SHORTEST, phi });
}
