/** A number as a person writes it: three significant digits at most, and from a thousand on the whole part in full, 80,250. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) {
    return value > 0 ? '∞' : value < 0 ? '−∞' : 'unknown';
  }
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude < 1e-3 || magnitude >= 1e9)) {
    return value.toExponential(1);
  }
  return magnitude >= 1000 ? formatCount(value) : String(Number(value.toPrecision(3)));
}

/** An effect, threshold or effect expected by chance: two decimals, one digit where two decimals would say nothing. */
export function formatEffect(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude >= 10) {
    return formatNumber(Number(value.toFixed(1)));
  }
  return magnitude !== 0 && magnitude < 0.01 ? formatNumber(Number(value.toPrecision(1))) : value.toFixed(2);
}

/** A share from 0 to 1 as a percentage: `12%`, `4.3%`, `0.25%`. */
export function formatShare(share: number): string {
  const percent = 100 * share;
  const magnitude = Math.abs(percent);
  const digits = magnitude === 0 || magnitude >= 10 ? 0 : magnitude >= 1 ? 1 : 2;
  return magnitude !== 0 && magnitude < 0.01 ? '< 0.01%' : `${percent.toFixed(digits)}%`;
}

/** A p-value; one that is too small for the machine's numbers is not nothing. */
export function formatProbability(p: number): string {
  return p === 0 ? 'below 1e-300' : formatNumber(p);
}

/** Rows: `28,231`. */
export function formatCount(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}
