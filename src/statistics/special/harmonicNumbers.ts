const EULER = 0.5772156649015329;
const EXACTLY_UP_TO = 64;

/** Σ 1/i for i from 1 to n, by Euler and Maclaurin's expansion where n is large (NIST DLMF 2.10.8). */
export function harmonicNumber(n: number): number {
  if (n <= EXACTLY_UP_TO) {
    return sumOfInversePowers(n, 1);
  }
  const square = n * n;
  return Math.log(n) + EULER + 1 / (2 * n) - (1 - (1 - 10 / (21 * square)) / (10 * square)) / (12 * square);
}

/** Σ 1/i² for i from 1 to n, likewise. */
export function squareHarmonicNumber(n: number): number {
  if (n <= EXACTLY_UP_TO) {
    return sumOfInversePowers(n, 2);
  }
  const square = n * n;
  return Math.PI ** 2 / 6 - (1 - (1 - (1 - (1 - 5 / (7 * square)) / (5 * square)) / (3 * n)) / (2 * n)) / n;
}

function sumOfInversePowers(n: number, power: number): number {
  let sum = 0;
  for (let i = n; i >= 1; i--) {
    sum += 1 / i ** power;
  }
  return sum;
}
