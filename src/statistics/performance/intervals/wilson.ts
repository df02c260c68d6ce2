import type { Range } from '../metricValues';
import { Z95 } from './level';

/** 95% interval of a share (E. Wilson 1927): the shares that a score test does not reject. */
export function wilson(count: number, total: number): Range {
  const share = count / total;
  const square = (Z95 * Z95) / total;
  const centre = (share + square / 2) / (1 + square);
  const half = (Z95 * Math.sqrt((share * (1 - share)) / total + square / (4 * total))) / (1 + square);
  return [count <= 0 ? 0 : Math.max(0, centre - half), count >= total ? 1 : Math.min(1, centre + half)];
}
