import type { Categories, Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { spelledAs } from '../../distribution/spelledAs';
import { summarize } from '../../distribution/summarize';
import { truthOf } from '../../distribution/truthOf';
import { numberLimits } from '../../query/expectation';
import { countOutside } from '../../statistics/quality/countOutside';
import { onlyNow } from '../../statistics/quality/binomial';
import type { Checked, CheckOutcome, FeatureSides } from './Finding';
import { infiniteIn } from './shares';

/** Fewer values of a baseline don't tell a range. */
const LEAST_VALUES = 100;

/** Values outside of the range or the set that is allowed, outside of what the baseline makes likely, and infinite ones. */
export function checkRange(sides: FeatureSides): CheckOutcome {
  const { type, current, expect, minimumCount = 0 } = sides;
  const values = numberOfValues(current);
  if (values === 0) {
    return { checked: [], unchecked: 'there are no values' };
  }
  const checked: Checked[] = [];
  if (expect.allowed !== undefined && current.kind === 'categories') {
    checked.push(outsideSet({ current, expect, type, minimumCount }, expect.allowed, values));
  }
  if (type !== 'numeric' || current.kind === 'categories') {
    return { checked };
  }
  checked.push(...infinite(sides));
  const { min = -Infinity, max = Infinity } = numberLimits(expect);
  if (min > -Infinity || max < Infinity) {
    return allowedRange(sides, { min, max }, values, checked);
  }
  const usual = sides.baseline === null ? null : usualRange(sides.baseline);
  if (usual !== null && sides.baseline !== null) {
    const { low: beyond, ...outside } = countOutside(current, usual.min, usual.max);
    // Infinite values are a finding of their own.
    const low = Math.max(0, beyond - infiniteIn(current));
    checked.push({
      check: 'range',
      code: 'outside_usual',
      pValue: onlyNow(low, numberOfValues(sides.baseline), values),
      notable: low > 0,
      severity: 1,
      facts: {
        count: low,
        total: values,
        share: low / values,
        ...usual,
        farthest: named(outside.farthest, minimumCount),
      },
    });
  }
  return { checked };
}

function outsideSet(
  {
    current,
    expect,
    type,
    minimumCount = 0,
  }: { readonly current: Categories } & Pick<FeatureSides, 'expect' | 'type' | 'minimumCount'>,
  listed: readonly string[],
  values: number
): Checked {
  const isOfNumbers = type !== 'boolean' && listed.every((text) => asNumber(text) !== text);
  const plain = type === 'boolean' ? truthOf : isOfNumbers ? asNumber : (text: string) => text;
  const allowed = new Set(listed.map(plain));
  const strange = [...spelledAs(allowed, current).byCategory].filter(([category]) => !allowed.has(plain(category)));
  const count = strange.reduce((sum, [, size]) => sum + size, 0) + current.rest;
  const examples = strange
    .filter(([, size]) => size >= minimumCount)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([category]) => `"${category}"`);
  return {
    check: 'range',
    code: 'outside_set',
    pValue: null,
    notable: count / values > (expect.tolerate ?? 0),
    severity: 2,
    facts: { count, total: values, share: count / values, examples: examples.join(', '), allowed: allowed.size },
  };
}

/** A number as it is written shortest, so that 0.10 is 0.1; longer ones than doubles hold, and codes such as 007, stay. */
function asNumber(text: string): string {
  return NUMBER.test(text) && text.replace(/\D/g, '').length <= MOST_DIGITS ? `#${Number(text)}` : text;
}

const NUMBER = /^[+-]?((0|[1-9]\d*)(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const MOST_DIGITS = 15;

function infinite({ current, baseline }: FeatureSides): Checked[] {
  const count = infiniteIn(current);
  const before = baseline === null ? 0 : infiniteIn(baseline);
  const facts = {
    count,
    positive: current.counts.positiveInfinity,
    negative: current.counts.negativeInfinity,
    total: current.counts.total,
  };
  return [{ check: 'range', code: 'infinite', pValue: null, notable: count > 0 && before === 0, severity: 2, facts }];
}

function allowedRange(
  { current, expect, minimumCount = 0 }: FeatureSides,
  { min, max }: { min: number; max: number },
  values: number,
  checked: Checked[]
): CheckOutcome {
  const { low, high, farthest } = countOutside(current, min, max);
  const tolerated = expect.tolerate ?? 0;
  const facts = {
    count: low,
    most: high,
    total: values,
    share: low / values,
    min: finite(min),
    max: finite(max),
    farthest: named(farthest, minimumCount),
  };
  checked.push({
    check: 'range',
    code: 'outside_range',
    pValue: null,
    notable: low / values > tolerated,
    severity: 2,
    facts,
  });
  return low / values <= tolerated && high / values > tolerated
    ? {
        checked,
        unchecked: `a limit lies inside a bucket: up to ${Math.round(high)} of ${Math.round(values)} values may lie outside`,
      }
    : { checked };
}

/**
 * The baseline's range, moved out by half of its width on each side; a sign that never changes and shares between 0 and 1
 * stay what they are.
 */
export function usualRange(baseline: Distribution): { min: number; max: number } | null {
  const { minimum, maximum, count } = summarize(baseline);
  if (minimum === null || maximum === null || count < LEAST_VALUES || !Number.isFinite(maximum - minimum)) {
    return null;
  }
  const width = maximum - minimum;
  const isShare = minimum >= 0 && maximum <= 1 && maximum > 0.5 && width > 0.1;
  const min = minimum >= 0 ? Math.max(0, minimum - width / 2) : minimum - width / 2;
  return isShare
    ? { min: 0, max: 1 }
    : { min, max: maximum <= 0 ? Math.min(0, maximum + width / 2) : maximum + width / 2 };
}

function finite(limit: number): number | null {
  return Number.isFinite(limit) ? limit : null;
}

/** The farthest value is one row's own. */
function named(farthest: number | null, minimumCount: number): number | null {
  return minimumCount > 1 ? null : farthest;
}
