import { logFactorial } from '../../src/statistics/special/logFactorial';

/** 95 % interval of a share (C. Clopper and E. Pearson 1934): neither end has less than 2.5 % chance of such a count. */
export function clopperPearson(count: number, total: number): readonly [number, number] {
  const solve = (isTooLow: (share: number) => boolean) => {
    let [low, high] = [0, 1];
    for (let step = 0; step < 50; step++) {
      const middle = (low + high) / 2;
      [low, high] = isTooLow(middle) ? [middle, high] : [low, middle];
    }
    return (low + high) / 2;
  };
  return [
    count === 0 ? 0 : solve((share) => tail(count, total, total, share) < 0.025),
    count === total ? 1 : solve((share) => tail(0, count, total, share) > 0.025),
  ];
}

/** P(from ≤ X ≤ to) of a binomial. */
function tail(from: number, to: number, total: number, share: number): number {
  let sum = 0;
  for (let k = from; k <= to; k++) {
    const ways = logFactorial(total) - logFactorial(k) - logFactorial(total - k);
    sum += Math.exp(ways + k * Math.log(share) + (total - k) * Math.log1p(-share));
  }
  return sum;
}
