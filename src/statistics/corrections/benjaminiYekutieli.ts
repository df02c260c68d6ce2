import { stepUp } from './stepUp';

/**
 * Adjusted p-values of Benjamini and Yekutieli (2001), "The control of the false discovery rate in multiple testing
 * under dependency", Annals of Statistics 29: holds under any dependence, at the price of a factor 1 + 1/2 + … + 1/k.
 * A null p-value stays null and is not counted.
 */
export function benjaminiYekutieli(pValues: ReadonlyArray<number | null>): Array<number | null> {
  return stepUp(pValues, harmonicNumber);
}

function harmonicNumber(count: number): number {
  let sum = 0;
  for (let i = 1; i <= count; i++) {
    sum += 1 / i;
  }
  return sum;
}
