/**
 * ψ(x) = Γ′(x)/Γ(x) for x > 0: moved up by ψ(x + 1) = ψ(x) + 1/x to where its asymptotic series has all digits
 * (NIST DLMF 5.5.2 and 5.11.2).
 */
export function digamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 12; z++) {
    shift -= 1 / z;
  }
  const i = 1 / (z * z);
  const series = i * (1 / 12 - i * (1 / 120 - i * (1 / 252 - i * (1 / 240 - i * (1 / 132 - i * (691 / 32760))))));
  return shift + Math.log(z) - 1 / (2 * z) - series;
}
