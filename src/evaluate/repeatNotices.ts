import { repeatsBeyond } from '../statistics/quality/repeats';
import type { WindowedVerdict } from './Result';

const MOST_NAMED = 5;

/** Features whose values repeat far more than in the baseline: their rows are not independent, and p-values too small. */
export function repeatNotices(verdicts: readonly WindowedVerdict[]): string[] {
  const found = verdicts.flatMap(({ comparison: { feature, baseline, current } }) => {
    const repeats = baseline.kind === 'samples' && current.kind === 'samples' ? repeatsBeyond(baseline, current) : null;
    return repeats === null ? [] : [{ feature, ...repeats }];
  });
  const features = [...new Map(found.map((one) => [one.feature, one])).values()].slice(0, MOST_NAMED);
  return features.map(({ feature, rows, different, share, expected }) => {
    const [all, own] = [rows, different].map((n) => n.toLocaleString('en-US'));
    const percent = (part: number) => `${Math.round(100 * part)} %`;
    return `${feature}: ${percent(share)} of the different values occur more than once, ${percent(expected)} would be expected from the baseline. The rows are not independent: about ${own} of ${all} are, so that p-values are too small. Look for rows that were delivered several times, or name what groups them as "cluster".`;
  });
}
