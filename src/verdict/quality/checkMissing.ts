import type { Distribution } from '../../distribution/Distribution';
import type { Decision } from '../../query/decision';
import { bandOf, isOutside } from '../../statistics/quality/band';
import { rateChange } from '../../statistics/quality/binomial';
import type { Checked, CheckOutcome, FeatureSides } from './Finding';
import { missingRateOf } from './shares';

/** From so many thresholds on a change of the missing rate is broken data, not a matter to look at. */
const BROKEN = 5;

/** Missing values and NaN: more than allowed, or another rate than the baseline's and than its windows'. */
export function checkMissing(sides: FeatureSides, decision: Decision): CheckOutcome {
  const { current, baseline, expect } = sides;
  const rate = missingRateOf(current);
  if (rate === null) {
    return { checked: [], unchecked: 'there are no rows' };
  }
  const allowed = expect.maxMissingRate;
  const checked: Checked[] = [];
  if (allowed !== undefined) {
    const { missing, nan, total } = current.counts;
    const facts = { rate, allowed, missing, nan, total };
    checked.push({
      check: 'missing',
      code: 'missing_above',
      pValue: null,
      notable: rate > allowed,
      severity: 2,
      facts,
    });
  }
  if (baseline !== null && baseline.counts.total > 0) {
    checked.push(change(sides, baseline, decision, 'missing'));
    // NaN is told apart where it is not how the store writes what is missing.
    if (baseline.counts.nan !== baseline.counts.total - baseline.counts.missing) {
      checked.push(change(sides, baseline, decision, 'nan'));
    }
  }
  return { checked };
}

function change(
  { current, past }: FeatureSides,
  baseline: Distribution,
  { thresholds }: Decision,
  what: 'missing' | 'nan'
): Checked {
  const count = ({ counts }: Distribution) => Math.round(counts[what]);
  const share = (one: Distribution) => (one.counts.total > 0 ? count(one) / one.counts.total : null);
  const before = share(baseline) ?? 0;
  const now = share(current) ?? 0;
  const band = bandOf(past.map(share), thresholds.missingRate);
  const size = Math.abs(now - before);
  const unusual = band === null || isOutside(now, band);
  return {
    check: 'missing',
    code: what === 'nan' ? 'nan_changed' : 'missing_changed',
    pValue: rateChange(count(baseline), baseline.counts.total, count(current), current.counts.total),
    notable: size >= thresholds.missingRate && unusual,
    accepted: size >= thresholds.missingRate && !unusual,
    severity: size >= BROKEN * thresholds.missingRate ? 2 : 1,
    facts: {
      rate_baseline: before,
      rate: now,
      count: count(current),
      total: current.counts.total,
      usual_low: band === null ? null : Math.max(0, band.low),
      usual_high: band === null ? null : Math.min(1, band.high),
      windows: band?.windows ?? null,
      aside: band?.aside ?? null,
    },
  };
}
