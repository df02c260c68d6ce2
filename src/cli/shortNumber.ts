/** A number in a table; a dash where there is none. */
export function shortNumber(value: number | null): string {
  if (value === null) {
    return '-';
  }
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude < 1e-4 || magnitude >= 1e7)) {
    return value.toExponential(1);
  }
  return magnitude >= 1000 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(3)));
}
