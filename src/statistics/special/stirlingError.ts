/**
 * δ(x) = ln Γ(x+1) − (x+½) ln x + x − ½ ln 2π for x > 0: what Stirling's formula leaves out. With it and `deviance`,
 * binomial, hypergeometric and gamma probabilities keep their relative precision where differences of log-gammas lose
 * it (C. Loader, "Fast and accurate computation of binomial probabilities", 2000).
 */
export function stirlingError(x: number): number {
  // δ(x) = δ(x+1) + (x+½) ln(1+1/x) − 1, until the asymptotic series has 16 digits.
  let climbed = 0;
  let y = x;
  while (y < 16) {
    climbed += (y + 0.5) * Math.log1p(1 / y) - 1;
    y += 1;
  }
  const inverse = 1 / y;
  const square = inverse * inverse;
  const series =
    1 / 12 -
    square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360360))));
  return climbed + series * inverse;
}
