/** A fact behind a verdict, where there is one. */
export type Figure = number | string | null | undefined;

const FEW = 3;
const MOST = 15;

/**
 * Three significant digits, or as many as are asked for, as a person writes them; from a thousand on the whole part in full,
 * 80,250, so that a number is written in one way everywhere.
 */
export function number(value: Figure, digits = FEW): string {
  if (typeof value !== 'number') {
    return 'unknown';
  }
  const magnitude = Math.abs(value);
  if (magnitude >= 1000 && magnitude < 1e9) {
    const whole = Math.floor(Math.log10(magnitude)) + 1;
    return value.toLocaleString('en-US', { maximumFractionDigits: Math.max(0, digits - whole) });
  }
  return magnitude !== 0 && (magnitude < 1e-3 || magnitude >= 1e9)
    ? Number(value.toExponential(digits - 1)).toExponential()
    : String(Number(value.toPrecision(digits)));
}

/** A share from 0 to 1. */
export function percent(share: Figure, digits = FEW): string {
  return typeof share === 'number' ? `${number(100 * share, digits)}%` : 'unknown';
}

/** What was and what is, with as many digits as it takes to see that they differ. */
export function beforeAndNow(before: Figure, now: Figure, write = number): [before: string, now: string] {
  const [was, is] = apart([before, now], write);
  return [was, is];
}

/** Figures with as many digits as it takes to see which of them differ. */
export function apart(figures: readonly Figure[], write = number): string[] {
  const different = new Set(figures).size;
  let digits = FEW;
  while (digits < MOST && new Set(figures.map((figure) => write(figure, digits))).size < different) {
    digits++;
  }
  return figures.map((figure) => write(figure, digits));
}
