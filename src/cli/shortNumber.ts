/** A number in a table; a dash where there is none. */
export function shortNumber(value: number | null): string {
  if (value === null) {
    return '-';
  }
  return value !== 0 && (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e7)
    ? value.toExponential(1)
    : String(Number(value.toPrecision(3)));
}
