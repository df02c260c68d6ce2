import { chiSquareUpperTail } from './chiSquareUpperTail';

/** Above this Student's distribution is the normal one to more than ten digits wherever a double can hold the tail. */
const NORMAL_DEGREES = 1e17;

/**
 * P(|T| ≥ |t|) of Student's distribution with `degrees` > 0 degrees of freedom, not necessarily whole: the regularized
 * incomplete beta function I_x(degrees/2, ½) at x = degrees/(degrees + t²) (DLMF 8.17). Its continued fraction (DLMF
 * 8.17.22) where it converges fast, otherwise one less the other end's; the factor before it from log1p and an expansion
 * of Γ(a + ½)/Γ(a), so that neither a far tail nor many degrees cost digits.
 */
export function studentTwoSidedTail(t: number, degrees: number): number {
  const square = t * t;
  if (square === 0) {
    return 1;
  }
  if (degrees > NORMAL_DEGREES) {
    return chiSquareUpperTail(square, 1);
  }
  const a = degrees / 2;
  if (square === Infinity) {
    // t² is beyond a double: x ≈ degrees/t².
    const logX = Math.log(degrees) - 2 * Math.log(Math.abs(t));
    return Math.abs(t) === Infinity ? 0 : Math.exp(a * logX) * (gammaRatio(a) / (a * Math.sqrt(Math.PI)));
  }
  const ratio = square / degrees;
  const x = 1 / (1 + ratio);
  const y = ratio / (1 + ratio);
  // x^a·y^½ / B(a, ½)
  const factor = (Math.exp(-a * Math.log1p(ratio)) * Math.sqrt(y) * gammaRatio(a)) / Math.sqrt(Math.PI);
  return x < (a + 1) / (a + 2.5)
    ? Math.min(1, (factor * betaFraction(x, a, 0.5)) / a)
    : Math.max(0, 1 - 2 * factor * betaFraction(y, 0.5, a));
}

/** Γ(a + ½)/Γ(a): moved up to where its asymptotic series (DLMF 5.11.13) has all digits. */
function gammaRatio(a: number): number {
  let shift = 1;
  let z = a;
  for (; z < 30; z++) {
    shift *= z / (z + 0.5);
  }
  const i = 1 / z;
  const series = 1 + i * (-1 / 8 + i * (1 / 128 + i * (5 / 1024 + i * (-21 / 32768 + i * (-399 / 262144)))));
  return shift * Math.sqrt(z) * (series + (869 / 4194304) * i ** 6);
}

/** The continued fraction of the incomplete beta function by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1), tiny);
  let fraction = d;
  for (let k = 1; k < 1e7; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k));
    d = 1 / nonZero(1 + even * d, tiny);
    c = nonZero(1 + even / c, tiny);
    fraction *= d * c;
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1));
    d = 1 / nonZero(1 + odd * d, tiny);
    c = nonZero(1 + odd / c, tiny);
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-15) {
      break;
    }
  }
  return fraction;
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
