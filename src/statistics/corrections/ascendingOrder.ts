/** The p-values that exist, ascending, each with its place in the list. */
export function ascendingOrder(pValues: ReadonlyArray<number | null>): Array<{ index: number; pValue: number }> {
  const order: Array<{ index: number; pValue: number }> = [];
  pValues.forEach((pValue, index) => {
    if (pValue !== null) {
      order.push({ index, pValue });
    }
  });
  return order.sort((a, b) => a.pValue - b.pValue);
}
