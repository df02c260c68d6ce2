/** Chance that a 95% interval misses. */
export const MISSED = 0.05;
/** The 97.5% point of the normal distribution. */
export const Z95 = 1.959963984540054;
