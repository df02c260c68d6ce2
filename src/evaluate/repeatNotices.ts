import { multiplicityOfSorted } from '../distribution/multiplicity';
import { type Repeats, repeatsBeyond } from '../statistics/quality/repeats';
import type { WindowedVerdict } from './Result';
import type { FoundRepeats } from './rowRepeats';

const MOST_NAMED = 5;

/**
 * Rows that repeat far more than in the baseline, whole or by a key; else features whose values do: the rows are not
 * independent, and p-values too small.
 */
export function repeatNotices(
  verdicts: readonly WindowedVerdict[],
  rows: ReadonlyArray<readonly FoundRepeats[]> = []
): string[] {
  const byKey = rows
    .flat()
    .map(({ key, ...repeats }) => ({ of: key ?? 'Rows', what: key === null ? 'rows' : 'values', ...repeats }));
  const found = byKey.length > 0 ? byKey : ofFeatures(verdicts);
  const named = [...new Map(found.map((one) => [one.of, one])).values()].slice(0, MOST_NAMED);
  return named.map(({ of, what, rows: all, different, share, expected }) => {
    const percent = (part: number) => `${Math.round(100 * part)}%`;
    const [count, own] = [all, different].map((n) => n.toLocaleString('en-US'));
    return `${of}: ${percent(share)} of the different ${what} occur more than once; ${percent(expected)} are expected from the baseline. The rows are not independent: about ${own} of ${count} are, so that p-values are too small. Look for rows that were delivered several times, or name what groups them as "cluster".`;
  });
}

function ofFeatures(
  verdicts: readonly WindowedVerdict[]
): Array<Repeats & { readonly of: string; readonly what: string }> {
  return verdicts.flatMap(({ comparison: { feature, baseline, current } }) => {
    const repeats =
      baseline.kind === 'samples' && current.kind === 'samples'
        ? repeatsBeyond(multiplicityOfSorted(baseline.sorted), multiplicityOfSorted(current.sorted))
        : null;
    return repeats === null ? [] : [{ of: feature, what: 'values', ...repeats }];
  });
}
