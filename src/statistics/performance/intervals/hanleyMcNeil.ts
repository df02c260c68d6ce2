import type { Range } from '../metricValues';
import { Z95 } from './level';

const STEPS = 60;

/**
 * 95% score interval of AUC: all a with |auc − a| ≤ z·√V(a), where V is J. Hanley and B. McNeil's variance of AUC for
 * exponential scores ("The meaning and use of the area under a ROC curve", 1982).
 */
export function hanleyMcNeilInterval(auc: number, positives: number, negatives: number): Range {
  const misses = (a: number) => Math.abs(auc - a) > Z95 * Math.sqrt(varianceOf(a, positives, negatives));
  return [endpoint(auc, 0, misses), endpoint(auc, 1, misses)];
}

function varianceOf(a: number, positives: number, negatives: number): number {
  const ofPositive = (positives - 1) * (a / (2 - a) - a * a);
  const ofNegative = (negatives - 1) * ((2 * a * a) / (1 + a) - a * a);
  return Math.max(0, (a * (1 - a) + ofPositive + ofNegative) / (positives * negatives));
}

function endpoint(inside: number, outside: number, misses: (a: number) => boolean): number {
  let [near, far] = [inside, outside];
  for (let step = 0; step < STEPS; step++) {
    const middle = (near + far) / 2;
    [near, far] = misses(middle) ? [near, middle] : [middle, far];
  }
  return far;
}
