/** 95 % interval of the mean of a Poisson count, exact (Garwood 1936), by halving. */
export function poissonInterval(count: number): readonly [number, number] {
  const low = count === 0 ? 0 : solve((mean) => 1 - cumulative(count - 1, mean), count);
  const high = solve((mean) => 1 - cumulative(count, mean), count, 0.975);
  return [low, high];
}

/** Mean of runs with its 95 % interval by their spread (normal, for at least six of them). */
export function meanInterval(values: readonly number[]): readonly [mean: number, low: number, high: number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const half = (T975[values.length - 1] ?? 1.96) * Math.sqrt(squares / (values.length - 1) / values.length);
  return [mean, Math.max(0, mean - half), mean + half];
}

/** Student's t, 97.5 %, by degrees of freedom. */
const T975 = [
  Infinity,
  12.71,
  4.3,
  3.18,
  2.78,
  2.57,
  2.45,
  2.36,
  2.31,
  2.26,
  2.23,
  2.2,
  2.18,
  2.16,
  2.14,
  2.13,
  2.12,
  2.11,
  2.1,
  2.09,
];

/** Where an ascending function of the mean reaches the tail. */
function solve(tail: (mean: number) => number, count: number, target = 0.025): number {
  let [low, high] = [0, 2 * count + 20];
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (tail(middle) < target) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}

function cumulative(count: number, mean: number): number {
  let [term, sum] = [Math.exp(-mean), 0];
  for (let k = 0; k <= count; k++) {
    sum += term;
    term *= mean / (k + 1);
  }
  return sum;
}
