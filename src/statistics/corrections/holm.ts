import { ascendingOrder } from './ascendingOrder';

/**
 * Adjusted p-values of Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
 * Statistics 6: holds the chance of any false rejection under any dependence, and is never weaker than Bonferroni.
 * A null p-value stays null and is not counted.
 */
export function holm(pValues: ReadonlyArray<number | null>): Array<number | null> {
  const adjusted: Array<number | null> = pValues.map(() => null);
  const order = ascendingOrder(pValues);
  let largest = 0;
  order.forEach(({ index, pValue }, rank) => {
    largest = Math.max(largest, Math.min(1, pValue * (order.length - rank)));
    adjusted[index] = largest;
  });
  return adjusted;
}
