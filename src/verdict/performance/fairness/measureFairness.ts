import type { ConfusionCounts } from '../../../outcomes/ConfusionCounts';
import { normalQuantile } from '../../../statistics/special/normalQuantile';
import { differenceOf, type Estimate, meanOf, ratioOf, type Share, shareInterval } from './intervals';

export type FairnessMeasure = 'statistical_parity' | 'disparate_impact' | 'equal_opportunity' | 'average_odds';

/** What became of the rows of one group of people. */
export interface Group {
  readonly segment: Readonly<Record<string, string>>;
  readonly confusion?: ConfusionCounts;
  /** Predicted classes of the rows without a label. */
  readonly unlabelled?: ReadonlyMap<string, number>;
}

/** One measure of one group against the reference group. */
export interface FairnessFinding {
  readonly measure: FairnessMeasure;
  readonly segment: Readonly<Record<string, string>>;
  readonly reference: Readonly<Record<string, string>>;
  /** Group less reference, or group by reference of `disparate_impact`; null where it is undefined. */
  readonly value: number | null;
  /** Interval at `1 − alpha`, for this group alone. */
  readonly low: number | null;
  readonly high: number | null;
  /** What is accepted. */
  readonly from: number;
  readonly to: number;
  /** `outside`: the interval at alpha divided by the number of groups compared lies beyond what is accepted. */
  readonly word: 'outside' | 'inside' | 'undecided' | 'undefined';
  /** Rows in the denominator, the smaller one where there are two. */
  readonly rows: number;
  readonly referenceRows: number;
  readonly undefined?: string;
}

export interface FairnessOptions {
  /** The class that is good for whom it is predicted. */
  readonly favourable: string;
  /** The group that others are compared with; the one with most rows unless given. */
  readonly reference?: Readonly<Record<string, string>>;
  readonly alpha: number;
  /** Groups with fewer rows in a denominator get no figure. */
  readonly minimumSample: number;
}

/** What is accepted unless asked otherwise: ±0.1 and 0.8 to 1.2, TrustyAI's. */
const ACCEPTED: Readonly<Record<FairnessMeasure, readonly [from: number, to: number]>> = {
  statistical_parity: [-0.1, 0.1],
  disparate_impact: [0.8, 1.2],
  equal_opportunity: [-0.1, 0.1],
  average_odds: [-0.1, 0.1],
};

interface Rates {
  readonly favoured: Share;
  readonly truePositive: Share;
  readonly falsePositive: Share;
}

/**
 * Four measures of each group against the reference: difference and ratio of the shares predicted as favourable, of all rows;
 * difference of the true positive rates, and the mean of that and of the false positive rates' difference, of labelled rows
 * (definitions of AI Fairness 360, https://aif360.readthedocs.io). Fewer than two groups give none.
 */
export function measureFairness(groups: readonly Group[], options: FairnessOptions): FairnessFinding[] {
  const rated = groups.map((group) => ({ segment: group.segment, rates: ratesOf(group, options.favourable) }));
  const reference = referenceOf(rated, options.reference);
  if (reference === undefined) {
    return [];
  }
  const others = rated.filter((group) => group !== reference);
  const shown = normalQuantile(1 - options.alpha / 2);
  const deciding = normalQuantile(1 - options.alpha / (2 * Math.max(1, others.length)));
  return others.flatMap(({ segment, rates }) =>
    (Object.keys(ACCEPTED) as FairnessMeasure[]).map((measure): FairnessFinding => {
      const [from, to] = ACCEPTED[measure];
      const [rows, referenceRows] = [rowsOf(measure, rates), rowsOf(measure, reference.rates)];
      const known = { measure, segment, reference: reference.segment, from, to, rows, referenceRows };
      const missing = missingOf(measure, reference.rates, Math.min(rows, referenceRows), options.minimumSample);
      if (missing !== null) {
        return { ...known, value: null, low: null, high: null, word: 'undefined', undefined: missing };
      }
      const decided = estimate(measure, rates, reference.rates, deciding);
      return { ...known, ...estimate(measure, rates, reference.rates, shown), word: wordOf(decided, from, to) };
    })
  );
}

function wordOf({ low, high }: Estimate, from: number, to: number): FairnessFinding['word'] {
  if (low > to || high < from) {
    return 'outside';
  }
  return low >= from && high <= to ? 'inside' : 'undecided';
}

function estimate(measure: FairnessMeasure, group: Rates, reference: Rates, z: number): Estimate {
  const difference = (rate: keyof Rates) =>
    differenceOf(shareInterval(group[rate], z), shareInterval(reference[rate], z));
  switch (measure) {
    case 'statistical_parity':
      return difference('favoured');
    case 'disparate_impact':
      return ratioOf(group.favoured, reference.favoured, z);
    case 'equal_opportunity':
      return difference('truePositive');
    case 'average_odds':
      return meanOf(difference('truePositive'), difference('falsePositive'));
  }
}

function rowsOf(measure: FairnessMeasure, { favoured, truePositive, falsePositive }: Rates): number {
  switch (measure) {
    case 'statistical_parity':
    case 'disparate_impact':
      return favoured.total;
    case 'equal_opportunity':
      return truePositive.total;
    case 'average_odds':
      return Math.min(truePositive.total, falsePositive.total);
  }
}

function missingOf(measure: FairnessMeasure, reference: Rates, rows: number, minimum: number): string | null {
  if (rows < minimum) {
    return `${rows} rows in the smaller group, ${minimum} required`;
  }
  return measure === 'disparate_impact' && reference.favoured.count === 0
    ? 'no row of the reference group has a favourable prediction'
    : null;
}

function ratesOf({ confusion, unlabelled }: Group, favourable: string): Rates {
  const classes = confusion?.classes ?? [];
  const at = classes.indexOf(favourable);
  let [favoured, total] = [0, 0];
  let [truePositive, positives, falsePositive, negatives] = [0, 0, 0, 0];
  classes.forEach((_, actual) => {
    const row = confusion?.counts[actual] ?? new Float64Array(0);
    const rows = row.reduce((sum, count) => sum + count, 0);
    const hits = at < 0 ? 0 : row[at];
    favoured += hits;
    total += rows;
    if (actual === at) {
      [truePositive, positives] = [hits, rows];
    } else {
      falsePositive += hits;
      negatives += rows;
    }
  });
  for (const [name, count] of unlabelled ?? []) {
    favoured += name === favourable ? count : 0;
    total += count;
  }
  return {
    favoured: { count: favoured, total },
    truePositive: { count: truePositive, total: positives },
    falsePositive: { count: falsePositive, total: negatives },
  };
}

function referenceOf<G extends { readonly segment: Readonly<Record<string, string>>; readonly rates: Rates }>(
  groups: readonly G[],
  asked: Readonly<Record<string, string>> | undefined
): G | undefined {
  if (asked !== undefined) {
    return groups.find(({ segment }) => Object.entries(asked).every(([name, value]) => segment[name] === value));
  }
  return groups.reduce<G | undefined>(
    (most, group) => (most === undefined || group.rates.favoured.total > most.rates.favoured.total ? group : most),
    undefined
  );
}
