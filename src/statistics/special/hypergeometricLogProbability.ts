import { deviance } from './deviance';
import { stirlingError } from './stirlingError';

/**
 * ln P(X = x) for the number of marked items among `draws` drawn without replacement from `marked` + `unmarked`; −∞
 * outside its support. Whole numbers up to 2^52; the precision is that of Loader's (2000) saddle-point form, as in R's
 * dhyper: relative 1e-12 in the probability within 40 standard deviations at counts of 1e9.
 */
export function hypergeometricLogProbability(x: number, marked: number, unmarked: number, draws: number): number {
  if (x < 0 || x > marked || draws - x < 0 || draws - x > unmarked) {
    return -Infinity;
  }
  const total = marked + unmarked;
  if (draws === 0 || draws === total) {
    return 0;
  }
  const p = draws / total;
  const q = (total - draws) / total;
  return (
    binomialLogProbability(x, marked, p, q) +
    binomialLogProbability(draws - x, unmarked, p, q) -
    binomialLogProbability(draws, total, p, q)
  );
}

function binomialLogProbability(x: number, n: number, p: number, q: number): number {
  if (n === 0) {
    return 0;
  }
  if (x === 0) {
    return p < 0.1 ? -deviance(n, n * q) - n * p : n * Math.log(q);
  }
  if (x === n) {
    return q < 0.1 ? -deviance(n, n * p) - n * q : n * Math.log(p);
  }
  return (
    stirlingError(n) -
    stirlingError(x) -
    stirlingError(n - x) -
    deviance(x, n * p) -
    deviance(n - x, n * q) -
    0.5 * (Math.log(2 * Math.PI) + Math.log(x) + Math.log1p(-x / n))
  );
}
