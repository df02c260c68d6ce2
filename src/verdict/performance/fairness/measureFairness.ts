import type { FairnessSpec } from '../../../query/fairness';
import { normalQuantile } from '../../../statistics/special/normalQuantile';
import { daySpread, widened } from './dayInterval';
import { estimateFairness, rowsOfMeasure } from './estimateFairness';
import {
  FAIRNESS_MEASURES,
  type FairnessFinding,
  type FairnessMeasure,
  type FairnessWord,
  SEVERITY_OF_FAIRNESS,
} from './FairnessFinding';
import type { Estimate } from './intervals';
import { addedRates, type GroupDay, NO_RATES, type Rates, ratesOf } from './ratesOf';

/** What became of the rows of one group of people. */
export interface Group {
  readonly group: string;
  readonly days: readonly GroupDay[];
}

export interface FairnessOptions {
  /** The class that is good for whom it is predicted. */
  readonly favorable: string;
  /** The group that others are compared with; the one with most rows unless given. */
  readonly reference?: string;
  readonly limits: FairnessSpec['limits'];
  readonly alpha: number;
  /** Groups with fewer rows in a denominator get no figure. */
  readonly minimumSample: number;
  /** Whether rows of a day may hang together. */
  readonly byDays: boolean;
  /** Groups that are compared in all, where there are several segments of them; those of `groups` unless given. */
  readonly comparisons?: number;
}

interface Rated {
  readonly group: string;
  readonly days: ReadonlyMap<number, Rates>;
  readonly rates: Rates;
}

/**
 * Four measures of each group against the reference: difference and ratio of the shares predicted as favorable, of all rows;
 * difference of the true positive rates, and the mean of that and of the false positive rates' difference, of labelled rows
 * (definitions of AI Fairness 360, https://aif360.readthedocs.io). Fewer than two groups give none.
 */
export function measureFairness(groups: readonly Group[], options: FairnessOptions): FairnessFinding[] {
  const rated = groups.map((group) => rate(group, options.favorable));
  const reference = referenceOf(rated, options.reference);
  if (reference === undefined) {
    return [];
  }
  const others = rated.filter((group) => group !== reference);
  return others.flatMap((group) =>
    FAIRNESS_MEASURES.map((measure) => compare(measure, group, reference, { comparisons: others.length, ...options }))
  );
}

function compare(
  measure: FairnessMeasure,
  group: Rated,
  reference: Rated,
  { limits, alpha, minimumSample, byDays, comparisons = 1 }: FairnessOptions
): FairnessFinding {
  const isRatio = measure === 'disparate_impact';
  const [from, to] = isRatio ? [limits.ratioLow, limits.ratioHigh] : [-limits.difference, limits.difference];
  const [rows, referenceRows] = [rowsOfMeasure(measure, group.rates), rowsOfMeasure(measure, reference.rates)];
  const known = { measure, group: group.group, reference: reference.group, from, to, rows, referenceRows };
  const missing = missingOf(measure, reference.rates, Math.min(rows, referenceRows), minimumSample);
  if (missing !== null) {
    const nothing = { value: null, low: null, high: null, undefined: missing };
    return { ...known, ...nothing, verdict: 'undefined', severity: null };
  }
  const spread = byDays ? daySpread(measure, { group: group.days, reference: reference.days }) : 'few';
  const at = (level: number): Estimate => {
    const ofRows = estimateFairness(measure, group.rates, reference.rates, normalQuantile(1 - level / 2));
    return spread === 'few' || spread === null ? ofRows : widened(measure, ofRows, spread, level);
  };
  // Where a single day decides whether there is a figure at all, nothing tells how sure it is.
  const verdict = spread === null ? 'undecided' : wordOf(at(alpha / comparisons), from, to);
  return { ...known, ...at(alpha), verdict, severity: SEVERITY_OF_FAIRNESS[verdict] };
}

function wordOf({ low, high }: Estimate, from: number, to: number): FairnessWord {
  if (low > to || high < from) {
    return 'outside';
  }
  return low >= from && high <= to ? 'inside' : 'undecided';
}

function missingOf(measure: FairnessMeasure, reference: Rates, rows: number, minimum: number): string | null {
  if (rows < minimum) {
    return `${rows} rows in the smaller group, ${minimum} required`;
  }
  return measure === 'disparate_impact' && reference.favored.count === 0
    ? 'no row of the reference group has a favorable prediction'
    : null;
}

function rate({ group, days }: Group, favorable: string): Rated {
  const byDay = new Map<number, Rates>();
  for (const day of days) {
    byDay.set(day.block, addedRates(byDay.get(day.block) ?? NO_RATES, ratesOf(day, favorable), 1));
  }
  const rates = [...byDay.values()].reduce((sum, day) => addedRates(sum, day, 1), NO_RATES);
  return { group, days: byDay, rates };
}

function referenceOf(groups: readonly Rated[], asked: string | undefined): Rated | undefined {
  return asked !== undefined
    ? groups.find(({ group }) => group === asked)
    : groups.reduce<Rated | undefined>(
        (most, one) => (most === undefined || one.rates.favored.total > most.rates.favored.total ? one : most),
        undefined
      );
}
