import { normalScores } from './normalScores';
import { SHORTEST } from './optimalPartition';
import { robustScores, tieVarianceOf } from './robustScores';
import { MOST_SHIFTS, searchShifts } from './searchShifts';
import type { Shape } from './Shape';
import { shiftChance } from './shiftChance';
import { ShiftModels } from './ShiftModels';

export interface Shift extends Shape {
  /** Chance that noise alone brings a change that explains as much: the larger of that by values and by ranks. */
  readonly pValue: number;
}

export interface ShiftSearch {
  /** Ascending. */
  readonly shifts: readonly Shift[];
  /** Whether there may be more than are named. */
  readonly isLimited: boolean;
}

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
  const all = [
    new ShiftModels(byValues, places),
    new ShiftModels({ scores: ranks, tieVariance: tieVarianceOf(ranks) }, places),
  ];
  let shapes = found;
  for (;;) {
    const shifts = shapes.map((shape, k) => ({
      ...shape,
      pValue: Math.max(...all.map((one) => chance(one, shapes, k))),
    }));
    const worst = shifts.reduce((a, b, k) => (b.pValue > (shifts[a]?.pValue ?? alpha) ? k : a), -1);
    if (worst < 0) {
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
