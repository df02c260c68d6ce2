import type { ConfusionCounts } from '../../../outcomes/ConfusionCounts';
import type { Share } from './intervals';

/** What became of the rows of one group on one day. */
export interface GroupDay {
  /** Which day; days of two groups with the same one belong together. */
  readonly block: number;
  readonly confusion?: ConfusionCounts;
  /** Predicted classes of the rows without a label. */
  readonly unlabelled?: ReadonlyMap<string, number>;
}

/** Shares that got the favorable prediction. */
export interface Rates {
  /** Of all rows. */
  readonly favored: Share;
  /** Of rows to which it came true, and of the other rows with a label. */
  readonly truePositive: Share;
  readonly falsePositive: Share;
}

const NO_ROWS: Share = { count: 0, total: 0 };
export const NO_RATES: Rates = { favored: NO_ROWS, truePositive: NO_ROWS, falsePositive: NO_ROWS };

export function ratesOf({ confusion, unlabelled }: Omit<GroupDay, 'block'>, favorable: string): Rates {
  const classes = confusion?.classes ?? [];
  const at = classes.indexOf(favorable);
  let [favored, truePositive, falsePositive] = [NO_ROWS, NO_ROWS, NO_ROWS];
  classes.forEach((_, actual) => {
    const row = confusion?.counts[actual] ?? new Float64Array(0);
    const share = { count: at < 0 ? 0 : row[at], total: row.reduce((sum, count) => sum + count, 0) };
    favored = addedShares(favored, share, 1);
    if (actual === at) {
      truePositive = share;
    } else {
      falsePositive = addedShares(falsePositive, share, 1);
    }
  });
  for (const [name, total] of unlabelled ?? []) {
    favored = addedShares(favored, { count: name === favorable ? total : 0, total }, 1);
  }
  return { favored, truePositive, falsePositive };
}

/** The rates of both together; with −1 those of a without b, which is a part of it. */
export function addedRates(a: Rates, b: Rates, sign: 1 | -1): Rates {
  return {
    favored: addedShares(a.favored, b.favored, sign),
    truePositive: addedShares(a.truePositive, b.truePositive, sign),
    falsePositive: addedShares(a.falsePositive, b.falsePositive, sign),
  };
}

function addedShares(a: Share, b: Share, sign: 1 | -1): Share {
  return { count: a.count + sign * b.count, total: a.total + sign * b.total };
}
