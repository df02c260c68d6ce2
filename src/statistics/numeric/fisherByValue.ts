import type { Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { countsValues, numberIn } from '../../distribution/pointsOf';
import { frequentValues, mostUnlisted, type Occurrences, occurrencesOf } from '../../distribution/occurrences';
import { fisherExactPValue } from '../categorical/fisherExactPValue';

/** At most so many values are tested. */
const MOST_VALUES = 20;
/** A value is tested if this share of the smaller side … */
const LEAST_SHARE = 0.005;
/** … and at least so many of the rows of both sides have it. */
const LEAST_ROWS = 10;

/** One number that many rows share, against all others, in the baseline and now. */
export interface ValueComparison {
  readonly value: number;
  /** Of what buckets leave open, the counts that differ least. */
  readonly baselineCount: number;
  readonly currentCount: number;
  readonly baselineShare: number;
  readonly currentShare: number;
  /** Two-sided p of Fisher's exact test of the value against all others; an upper bound where a count is not known. */
  readonly pValue: number;
}

/**
 * Numbers that many rows share ("atoms": zeros of an amount, defaults, -999), each tested against all others: KS, which
 * sums over all values below a point, is nearly blind to a change of one. Tested are those that at least
 * max(10, 0.5% of the smaller side) of the pooled rows share, at most 20: the smallest and the largest of all values, where
 * markers of missing values lie, then the most frequent. They are chosen by the pooled rows, margins of the tables, so that
 * the choice doesn't bias the tests. p-values are unadjusted: adjust them over all of the list.
 *
 * Of samples all values are known; of histograms those that the store lists or with a bucket of their own. Of these only such
 * are tested as surely are among the most frequent, whatever is not listed or wider buckets hold: else the choice would
 * differ from that by the rows, and depend on which buckets were narrowed. A count that is known within bounds is taken as
 * that which differs least. `least` raises the number of rows, for privacy; `most` is how many values are tested.
 */
export function fisherByValue(
  baseline: Distribution,
  current: Distribution,
  least = 0,
  most = MOST_VALUES
): ValueComparison[] {
  const [n, m] = [numberOfValues(baseline), numberOfValues(current)].map(Math.round);
  if (n === 0 || m === 0) {
    return [];
  }
  const rows = leastRows(n, m, least);
  // One of the sides has at least half of them.
  const candidates = new Set([baseline, current].flatMap((side) => frequentValues(side, rows / 2)));
  const shared = [...candidates]
    .map((value) => ({ value, before: occurrencesOf(baseline, value), after: occurrencesOf(current, value) }))
    .filter(({ before, after }) => before.low + after.low >= rows)
    .sort((a, b) => b.before.low + b.after.low - (a.before.low + a.after.low) || a.value - b.value);
  const { has: isEnd } = endsOf(baseline, current);
  const hidden = hiddenRows(baseline) + hiddenRows(current);
  const unlisted = mostUnlisted(baseline) + mostUnlisted(current);
  const mayPrecede = (count: number) => (count > unlisted ? 0 : Math.floor(hidden / count));
  return [...shared.filter(({ value }) => isEnd(value)), ...shared.filter(({ value }) => !isEnd(value))]
    .filter(({ value, before, after }, rank) => isEnd(value) || rank + mayPrecede(before.low + after.low) < most)
    .slice(0, most)
    .map(({ value, before, after }) => compare(value, before, n, after, m));
}

/**
 * The numbers that may be among those that `fisherByValue` tests, given the bounds on their counts, and both ends of all
 * values, as far as their counts are not known on both sides.
 */
export function worthCounting(baseline: Distribution, current: Distribution, least = 0, most = MOST_VALUES): number[] {
  const rows = leastRows(numberOfValues(baseline), numberOfValues(current), least);
  const sides = [baseline, current];
  const { ends, has: isEnd } = endsOf(baseline, current);
  const candidates = sides.flatMap((side) => frequentValues(side, side.kind === 'samples' ? rows / 2 : 1));
  const pooled = [...new Set([...candidates, ...ends])]
    .map((value) => {
      const [before, after] = sides.map((side) => occurrencesOf(side, value));
      return { value, low: before.low + after.low, high: before.high + after.high };
    })
    .filter(({ high }) => high >= rows)
    .sort((a, b) => b.low - a.low);
  const surely = pooled[most - 1]?.low ?? 0;
  return pooled
    .filter(({ value, low, high }) => low < high && (high >= surely || isEnd(value)))
    .map(({ value }) => value);
}

/** A value is looked at if so many rows of both sides together have it. */
function leastRows(n: number, m: number, least: number): number {
  return Math.max(LEAST_ROWS, LEAST_SHARE * Math.min(n, m), least);
}

/** Rows of which nobody knows what number they hold. */
function hiddenRows(side: Distribution): number {
  if (side.kind !== 'histogram') {
    return side.kind === 'samples' ? 0 : Infinity;
  }
  const isKnown = countsValues(side);
  return side.bins.reduce((sum, count, bin) => sum + (isKnown && numberIn(side, bin) !== null ? 0 : count), 0);
}

/** The smallest and the largest number of both sides together, as far as they are known. */
function endsOf(baseline: Distribution, current: Distribution) {
  const ends = [baseline, current].map((side) =>
    side.kind === 'samples'
      ? { low: side.sorted[0], high: side.sorted[side.sorted.length - 1] }
      : side.kind === 'histogram'
        ? { low: side.minimum ?? NaN, high: side.maximum ?? NaN }
        : { low: NaN, high: NaN }
  );
  const low = Math.min(...ends.map((one) => one.low));
  const high = Math.max(...ends.map((one) => one.high));
  return { ends: [low, high].filter(Number.isFinite), has: (value: number) => value === low || value === high };
}

function compare(value: number, before: Occurrences, n: number, after: Occurrences, m: number): ValueComparison {
  const a = nearest(before, n, after, m);
  const c = nearest(after, m, { low: a, high: a }, n);
  return {
    value,
    baselineCount: a,
    currentCount: c,
    baselineShare: a / n,
    currentShare: c / m,
    pValue: fisherExactPValue(a, n - a, c, m - c),
  };
}

/** The count between the bounds whose share is nearest to the other side's. */
function nearest({ low, high }: Occurrences, total: number, other: Occurrences, otherTotal: number): number {
  const share = (count: number) => (count / otherTotal) * total;
  const wanted = low > share(other.high) ? low : Math.min(high, Math.max(low, share(other.low)));
  return Math.max(low, Math.min(total, Math.min(high, Math.round(wanted))));
}
