import type { VersionCounts } from './VersionCounts';

/** Rates bet on in one window. */
export interface LearnedRates {
  readonly old: number;
  readonly new: number;
}

const LEAST = 1e-6;

/**
 * The rates that are bet on in each window, learned from the windows before it alone: (S + π)/(N + 1), with the hits S and
 * rows N of the version so far and π = (S₁ + S₂ + ½)/(N₁ + N₂ + 1) of both versions.
 */
export function learnedRates(windows: readonly VersionCounts[]): LearnedRates[] {
  let [oldRows, oldHits, newRows, newHits] = [0, 0, 0, 0];
  return windows.map((window) => {
    const both = (oldHits + newHits + 0.5) / (oldRows + newRows + 1);
    const rates = { old: inside((oldHits + both) / (oldRows + 1)), new: inside((newHits + both) / (newRows + 1)) };
    oldRows += window.oldRows;
    oldHits += window.oldHits;
    newRows += window.newRows;
    newHits += window.newHits;
    return rates;
  });
}

function inside(rate: number): number {
  return Math.min(1 - LEAST, Math.max(LEAST, rate));
}
