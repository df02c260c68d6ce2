import type { Range } from '../metricValues';
import { Z95 } from './level';

/** 95% interval of a number in (0, 1) from its standard error, normal on the logit. Null at 0 and 1. */
export function logitInterval(value: number, standardError: number): Range | null {
  if (!(value > 0 && value < 1) || !(standardError >= 0)) {
    return null;
  }
  const logit = Math.log(value / (1 - value));
  const half = (Z95 * standardError) / (value * (1 - value));
  return [1 / (1 + Math.exp(half - logit)), 1 / (1 + Math.exp(-half - logit))];
}
