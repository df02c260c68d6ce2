import type { Decision } from '../query/decision';
import { adjust } from '../statistics/corrections/adjust';
import type { WindowedVerdict } from './Result';

/** An adjusted p-value above so many times alpha is not looked at for ties. */
const TIES_MATTER = 10;

/**
 * The verdicts that are not sure on what is certain, but would be at the lower bound of their p-values: what their
 * buckets hide decides. Only those whose effect could count at all. The p-values of a window are adjusted together, as
 * they are for its verdicts; no adjusted p-value is smaller than what is compared here.
 */
export function couldBeSure(
  verdicts: readonly WindowedVerdict[],
  { alpha, correction }: Decision
): ReadonlySet<WindowedVerdict> {
  const found = new Set<WindowedVerdict>();
  for (const together of byWindow(verdicts)) {
    const adjusted = adjust(together.map(leastP), correction);
    together.forEach((verdict, i) => {
      const least = adjusted[i];
      const isSure = verdict.pAdjusted !== null && verdict.pAdjusted <= alpha;
      if (!isSure && least !== null && least <= alpha && couldCount(verdict)) {
        found.add(verdict);
      }
    });
  }
  return found;
}

/**
 * The verdicts that are not sure, whose effect could count and whose p-value is computed as if no values were tied: ties
 * make it smaller, though rarely tenfold.
 */
export function couldBeSureByTies(
  verdicts: readonly WindowedVerdict[],
  { alpha }: Decision
): ReadonlySet<WindowedVerdict> {
  return new Set(
    verdicts.filter((verdict) => {
      const { pAdjusted } = verdict;
      return pAdjusted !== null && pAdjusted > alpha && pAdjusted <= TIES_MATTER * alpha && couldCount(verdict);
    })
  );
}

function byWindow(verdicts: readonly WindowedVerdict[]): WindowedVerdict[][] {
  const windows = new Map<string, WindowedVerdict[]>();
  for (const verdict of verdicts) {
    const key = JSON.stringify(verdict.window);
    const known = windows.get(key);
    if (known === undefined) {
      windows.set(key, [verdict]);
    } else {
      known.push(verdict);
    }
  }
  return [...windows.values()];
}

function leastP({ tests }: WindowedVerdict): number | null {
  const all = tests.map(({ pValueLow, pValue }) => pValueLow ?? pValue).filter((p) => p !== null);
  return all.length === 0 ? null : Math.min(...all);
}

/** Whether the upper bound of a measure that gates reaches what a warning needs; true where nothing bounds it. */
function couldCount({ gates = [] }: WindowedVerdict): boolean {
  return (
    gates.length === 0 ||
    gates.some(({ high, expected, threshold }) => (high ?? Infinity) - (expected ?? 0) >= threshold / 2)
  );
}
