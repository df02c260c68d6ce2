import { ascendingOrder } from './ascendingOrder';

/** min over j ≥ i of factor(k)·k/j·p(j), at most 1: the form that both false-discovery-rate corrections share. */
export function stepUp(pValues: ReadonlyArray<number | null>, factor: (count: number) => number): Array<number | null> {
  const adjusted: Array<number | null> = pValues.map(() => null);
  const order = ascendingOrder(pValues);
  const scale = factor(order.length) * order.length;
  let smallest = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const { index, pValue } = order[rank - 1];
    smallest = Math.min(smallest, pValue * (scale / rank));
    adjusted[index] = smallest;
  }
  return adjusted;
}
