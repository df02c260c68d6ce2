/**
 * Adjusted p-values of Bonferroni (Dunn 1961, "Multiple comparisons among means", JASA 56): each times their number.
 * A null p-value stays null and is not counted.
 */
export function bonferroni(pValues: ReadonlyArray<number | null>): Array<number | null> {
  const count = pValues.filter((pValue) => pValue !== null).length;
  return pValues.map((pValue) => (pValue === null ? null : Math.min(1, pValue * count)));
}
