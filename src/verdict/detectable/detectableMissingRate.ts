import { normalQuantile } from '../../statistics/special/normalQuantile';
import { bisect } from './bisect';

/**
 * The change of a share that a two-sided exact test of n and m rows finds with the given power, where the baseline's share
 * is `rate`: towards one half, which is the harder way. By the normal limit with Yates' correction, which Fisher's test
 * follows (J. Fleiss, "Statistical Methods for Rates and Proportions", 2nd ed. 1981, 3.2). Null where even all rows are too few.
 */
export function detectableMissingRate(n: number, m: number, rate: number, alpha: number, power: number): number | null {
  const p = Math.min(rate, 1 - rate);
  const [critical, spare] = [normalQuantile(1 - alpha / 2), normalQuantile(power)];
  const correction = (1 / n + 1 / m) / 2;
  const excess = (change: number) => {
    const q = p + change;
    const pooled = (n * p + m * q) / (n + m);
    const underNone = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
    const underChange = Math.sqrt((p * (1 - p)) / n + (q * (1 - q)) / m);
    return change - correction - critical * underNone - spare * underChange;
  };
  const most = 1 - p;
  return excess(most) > 0 ? bisect(excess, 0, most) : null;
}
