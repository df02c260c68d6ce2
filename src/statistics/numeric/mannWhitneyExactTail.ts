/**
 * P(U ≥ u) for n and m values without ties. U has the counts of the Gaussian binomial coefficient
 * Π (1 − q^(m+i))/(1 − q^i), i = 1…n, symmetric about nm/2, so that only the orders up to nm − u are needed: P(U ≤ nm − u).
 */
export function mannWhitneyExactTail(u: number, n: number, m: number): number {
  const short = Math.min(n, m);
  const long = Math.max(n, m);
  const highest = Math.floor(n * m - u);
  if (highest < 0) {
    return 0;
  }
  const ways = new Float64Array(highest + 1);
  ways[0] = 1;
  let all = 1;
  for (let i = 1; i <= short; i++) {
    for (let order = highest; order >= long + i; order--) {
      ways[order] -= ways[order - long - i];
    }
    for (let order = i; order <= highest; order++) {
      ways[order] += ways[order - i];
    }
    all *= (long + i) / i;
  }
  let sum = 0;
  for (let order = 0; order <= highest; order++) {
    sum += ways[order];
  }
  return sum / all;
}
