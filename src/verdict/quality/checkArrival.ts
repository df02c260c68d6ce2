import type { Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { quantile } from '../../distribution/quantile';
import { summarize } from '../../distribution/summarize';
import type { Arrival } from '../../query/arrival';
import type { Decision } from '../../query/decision';
import { parseDuration } from '../../query/duration';
import { bandOf, isOutside } from '../../statistics/quality/band';
import { rateChange } from '../../statistics/quality/binomial';
import { countOutside } from '../../statistics/quality/countOutside';
import type { Checked, CheckOutcome, Facts, FeatureSides } from './Finding';
import { LEAST_LIMIT, usualDelay } from './usualDelay';

const MS_A_SECOND = 1000;
/** From so many thresholds on a change is broken data, not a matter to look at. */
const BROKEN = 5;

type Sides = Pick<FeatureSides, 'current' | 'baseline' | 'past' | 'minimumCount'>;

/** Rows that arrive later than allowed, more of them later than usual, and rows that arrive before they are made. */
export function checkArrival(sides: Sides, expected: Arrival, decision: Decision): CheckOutcome {
  const { current, baseline } = sides;
  if (current.counts.total === 0) {
    return { checked: [], unchecked: 'there are no rows' };
  }
  if (numberOfValues(current) === 0) {
    return { checked: [], unchecked: 'no row says when it arrived' };
  }
  const checked: Checked[] = [early(sides, decision)];
  if (expected.maxDelay !== undefined) {
    checked.push(late(sides, parseDuration(expected.maxDelay) / MS_A_SECOND, expected.tolerate ?? 0));
  }
  const usual = baseline === null ? null : usualDelay(baseline);
  if (baseline !== null && usual !== null) {
    checked.push(later(sides, baseline, usual, decision));
  }
  return { checked };
}

function late(sides: Sides, limit: number, tolerated: number): Checked {
  const count = above(sides.current, limit);
  const total = numberOfValues(sides.current);
  const facts = { count, total, share: count / total, limit, tolerated, ...figures(sides) };
  return { check: 'arrival', code: 'late', pValue: null, notable: count / total > tolerated, severity: 2, facts };
}

/** A larger share than usual of what 99% of the baseline's rows did not take. */
function later(sides: Sides, baseline: Distribution, limit: number, { thresholds }: Decision): Checked {
  const { current, past } = sides;
  const share = (one: Distribution) => (numberOfValues(one) > 0 ? above(one, limit) / numberOfValues(one) : null);
  // What its bucket does not tell apart counts for the baseline and not for what is held against it.
  const before = countOutside(baseline, -Infinity, limit).high;
  const now = above(current, limit);
  const [n, m] = [numberOfValues(baseline), numberOfValues(current)];
  const band = bandOf(past.map(share), thresholds.missingRate);
  const grown = now / m - before / n;
  const isUsual = band !== null && !isOutside(now / m, band);
  return {
    check: 'arrival',
    code: 'late_changed',
    pValue: rateChange(before, n, now, m),
    notable: grown >= thresholds.missingRate && !isUsual,
    accepted: grown >= thresholds.missingRate && isUsual,
    severity: grown >= BROKEN * thresholds.missingRate ? 2 : 1,
    facts: {
      count: now,
      total: m,
      share: now / m,
      share_baseline: before / n,
      limit,
      usual_low: band === null ? null : 0,
      usual_high: band === null ? null : Math.min(1, band.high),
      windows: band?.windows ?? null,
      aside: band?.aside ?? null,
      ...figures(sides),
    },
  };
}

/** A second is what two clocks may differ by. */
function early({ current, baseline, minimumCount = 0 }: Sides, { thresholds }: Decision): Checked {
  const below = (one: Distribution) => countOutside(one, -LEAST_LIMIT, Infinity).low;
  const count = below(current);
  const total = numberOfValues(current);
  const n = baseline === null ? 0 : numberOfValues(baseline);
  const before = baseline === null || n === 0 ? null : below(baseline);
  const usual = before === null ? 0 : before / n;
  return {
    check: 'arrival',
    code: 'early',
    pValue: before === null ? null : rateChange(before, n, count, total),
    notable: count > 0 && count / total - usual >= (before === null ? 0 : thresholds.missingRate),
    severity: 2,
    facts: {
      count,
      total,
      share: count / total,
      share_baseline: before === null ? null : usual,
      farthest: minimumCount > 1 ? null : summarize(current).minimum,
    },
  };
}

function above(delays: Distribution, limit: number): number {
  return countOutside(delays, -Infinity, limit).low;
}

function figures({ current, baseline, minimumCount = 0 }: Sides): Facts {
  return {
    median: quantile(current, 0.5),
    q95: quantile(current, 0.95),
    // The farthest is one row's own.
    farthest: minimumCount > 1 ? null : summarize(current).maximum,
    median_baseline: baseline === null ? null : quantile(baseline, 0.5),
  };
}
