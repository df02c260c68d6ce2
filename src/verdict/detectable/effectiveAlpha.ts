import type { Correction } from '../../query/decision';

/**
 * The level at which a lone drifting feature is tested among `comparisons`, each with `gatingTests` tests: what the
 * first step of each correction leaves of alpha. Power and the smallest detectable shift are honest only at this level.
 */
export function effectiveAlpha(
  alpha: number,
  correction: Correction,
  comparisons: number,
  gatingTests: number
): number {
  return alpha / (Math.max(1, gatingTests) * divisor(correction, Math.max(1, comparisons)));
}

function divisor(correction: Correction, comparisons: number): number {
  switch (correction) {
    case 'none':
      return 1;
    case 'by':
      return comparisons * harmonicNumber(comparisons);
    case 'bh':
    case 'holm':
    case 'bonferroni':
      return comparisons;
  }
}

function harmonicNumber(count: number): number {
  let sum = 0;
  for (let i = 1; i <= count; i++) {
    sum += 1 / i;
  }
  return sum;
}
