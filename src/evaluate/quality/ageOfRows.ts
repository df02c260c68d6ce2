import type { QualityQuery } from '../../query/qualityQuery';
import type { TimeRange } from '../../query/time';
import { checkAge } from '../../verdict/quality/checkAge';
import { checkAhead } from '../../verdict/quality/checkAhead';
import type { Checked, CheckOutcome } from '../../verdict/quality/Finding';
import type { Segment } from '../cells';
import type { QualityData } from './readSides';

interface Known {
  readonly query: QualityQuery;
  readonly data: QualityData;
  readonly now: number;
}

interface Asked {
  readonly window: number;
  readonly segment: Segment;
  /** The segment of the baseline that it is compared with. */
  readonly before: Segment;
  /** Whether other segments have the rows that are to come: then only what is allowed is judged, not what is usual. */
  readonly isServed: boolean;
  /** Whether a past window is one that this window is compared with. */
  readonly isOwn: (past: TimeRange) => boolean;
}

/**
 * How long before the end of a window, or before now, its newest row was made, beside the past windows; null where the
 * place does not tell, or a gap up to the end says the same.
 */
export function ageOfRows(
  { query, data, now }: Known,
  { window, segment, before, isServed, isOwn }: Asked,
  order: CheckOutcome
): CheckOutcome | null {
  const { newest, current, past } = data;
  const range = current.windows[window];
  if (newest === null) {
    return null;
  }
  const ahead = checkAhead(newest.ahead(window, segment));
  if (range === null) {
    const all = newest.current(window, segment);
    return all === null
      ? joined(ahead, null)
      : joined(ahead, checkAge({ age: now - all, newest: all, past: [] }, query.arrival ?? {}));
  }
  const end = Math.max(range.from, Math.min(range.to, now));
  const last = newest.current(window, segment);
  const isSaid = order.checked.some(
    ({ code, notable, facts }) => notable && (code === 'no_rows' || (code === 'gap' && facts.to === range.to))
  );
  const ages = past.windows.flatMap((one, i) => (isOwn(one) ? [one.to - (newest.past?.(i, before) ?? one.from)] : []));
  const outcome = checkAge(
    { age: end - (last ?? range.from), newest: last, past: isSaid || isServed || newest.past === null ? [] : ages },
    query.arrival ?? {}
  );
  return joined(ahead, (isSaid || isServed) && outcome.checked.length === 0 ? null : outcome);
}

function joined(ahead: readonly Checked[], outcome: CheckOutcome | null): CheckOutcome | null {
  return ahead.length === 0 ? outcome : { ...outcome, checked: [...ahead, ...(outcome?.checked ?? [])] };
}
