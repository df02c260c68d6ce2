import { deviance } from './deviance';
import { stirlingError } from './stirlingError';

/**
 * P(χ² ≥ x) with `degrees` > 0 degrees of freedom (not necessarily whole), with relative precision down to the smallest
 * double: the regularized upper incomplete gamma function Q(degrees/2, x/2).
 */
export function chiSquareUpperTail(x: number, degrees: number): number {
  return gammaUpperTail(x / 2, degrees / 2);
}

/**
 * Q(a, x) = Γ(a, x)/Γ(a), for a > 0. Series below the mean and Legendre's continued fraction above it (DLMF 8.11.4 and
 * 8.9.2, the fraction evaluated by Lentz's method); their common factor after Loader, so that it keeps its digits for
 * large a.
 */
export function gammaUpperTail(x: number, a: number): number {
  if (x <= 0) {
    return 1;
  }
  if (x === Infinity) {
    return 0;
  }
  // x^a e^−x / Γ(a+1)
  const factor = Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
  return x < a + 1 ? Math.max(0, 1 - factor * lowerSeries(x, a)) : Math.min(1, factor * a * upperFraction(x, a));
}

/** Σ x^k / ((a+1)…(a+k)) from k = 0. */
function lowerSeries(x: number, a: number): number {
  let term = 1;
  let sum = 1;
  for (let denominator = a + 1; term > sum * 1e-17; denominator += 1) {
    term *= x / denominator;
    sum += term;
  }
  return sum;
}

/** 1/(x+1−a− 1(1−a)/(x+3−a− 2(2−a)/(x+5−a− …))) */
function upperFraction(x: number, a: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 1e6; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = numerator * d + b;
    c = b + numerator / c;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = Math.abs(c) < tiny ? tiny : c;
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) {
      break;
    }
  }
  return fraction;
}
