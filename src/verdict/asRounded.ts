import { withoutRounding } from '../statistics/numeric/rounding/withoutRounding';
import type { Comparison } from './Verdict';

/** The comparison as it is judged: numbers that differ by rounding alone are one. */
export function asRounded(comparison: Comparison): Comparison {
  const { type, baseline, current } = comparison;
  const found = type === 'numeric' ? withoutRounding(baseline, current) : null;
  return found === null
    ? comparison
    : { ...comparison, baseline: found.baseline, current: found.current, rounding: withoutSides(found) };
}

function withoutSides({
  baselineShare,
  currentShare,
  example,
  furthest,
}: NonNullable<ReturnType<typeof withoutRounding>>): Comparison['rounding'] {
  return { baselineShare, currentShare, example, furthest };
}
