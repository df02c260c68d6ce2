import type { BinaryScores } from '../../../outcomes/binaryScores';
import { chiSquareUpperTail } from '../../special/chiSquareUpperTail';
import { calibrationBins } from './calibrationBins';

/** How large the calibration error of a perfectly calibrated model would be, and whether it is larger. */
export interface CalibrationByChance {
  /** Mean calibration error by chance: Σ n_b/n · √(2v_b/(π n_b)), with v_b the mean of p(1 − p) in the bin. */
  readonly expected: number;
  /** Σ (Σp − positives)²/Σp(1 − p) over bins, χ² with one degree a bin. */
  readonly chiSquare: number;
  readonly degrees: number;
  readonly pValue: number;
}

/** Null where buckets reach across the ten bins, or without scores. From buckets scores are taken at their mean. */
export function calibrationByChance(scores: BinaryScores): CalibrationByChance | null {
  const rows = scores.positive.rows + scores.negative.rows;
  const groups = calibrationBins(scores);
  if (rows === 0 || groups.some(({ first, last }) => first !== last)) {
    return null;
  }
  let [expected, chiSquare, degrees] = [0, 0, 0];
  for (const { entries } of groups) {
    let [gap, variance] = [0, 0];
    for (const { positives, sum, variance: own } of entries) {
      gap += (sum[0] + sum[1]) / 2 - positives;
      variance += own;
    }
    expected += Math.sqrt((2 * variance) / Math.PI) / rows;
    if (variance > 0) {
      chiSquare += gap ** 2 / variance;
      degrees += 1;
    } else if (gap !== 0) {
      // Scores of 0 or 1 that were wrong.
      return { expected, chiSquare: Infinity, degrees: groups.length, pValue: 0 };
    }
  }
  return { expected, chiSquare, degrees, pValue: degrees > 0 ? chiSquareUpperTail(chiSquare, degrees) : 1 };
}
