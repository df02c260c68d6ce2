import type { Distribution } from '../../distribution/Distribution';
import { frequencyTable } from './frequencyTable';

/**
 * The total variation distance that chance alone shows at these sample sizes: ½ Σ sqrt(2p(1−p)(1/n + 1/m)/π) with the
 * pooled shares p, the mean of |N(0, p(1−p)(1/n+1/m))| summed over categories. Null where there are no values to compare.
 */
export function expectedTotalVariation(baseline: Distribution, current: Distribution): number | null {
  const table = frequencyTable(baseline, current);
  if ('undefinedReason' in table) {
    return null;
  }
  const total = table.baselineTotal + table.currentTotal;
  const scale = (2 / Math.PI) * (1 / table.baselineTotal + 1 / table.currentTotal);
  let sum = 0;
  for (let column = 0; column < table.baseline.length; column++) {
    const share = (table.baseline[column] + table.current[column]) / total;
    sum += Math.sqrt(scale * share * (1 - share));
  }
  return sum / 2;
}
