import type { TimeRange } from '../../query/time';
import type { VariableValue } from './listVariableValues';

const DAY = 86_400_000;
/** What is looked at: a quarter of the data, and no more than four weeks; up to three times as long comes before. */
const PART = 4;
const LONGEST = 28 * DAY;

/**
 * The part of a dashboard's address that chooses the newest data and, as the baseline, those before them. `bounds` are
 * the times of the first and the last row, in milliseconds; null for a store that cannot tell, which keeps what is new.
 */
export function timeWithData(bounds: TimeRange | null): VariableValue {
  if (bounds === null) {
    return choice('the last 7 days', { from: 'now-7d', to: 'now' }, { from: 'now-28d', to: 'now-7d' });
  }
  const { from, to } = newestPart(bounds);
  const first = Math.max(bounds.from, from - (PART - 1) * (to - from));
  return choice(`${iso(from)} to ${iso(to)}`, { from, to }, { from: iso(first), to: iso(from) });
}

/** Of the times between the first and the last row, in milliseconds: the newest that are looked at. */
export function newestPart(bounds: TimeRange): TimeRange {
  // Ranges end before their last millisecond.
  const to = bounds.to + 1;
  return { from: to - Math.min(LONGEST, Math.ceil((to - bounds.from) / PART)), to };
}

interface Part {
  readonly from: string | number;
  readonly to: string | number;
}

function choice(text: string, { from, to }: Part, baseline: Part): VariableValue {
  const value = `from=${from}&to=${to}&var-baseline_from=${baseline.from}&var-baseline_to=${baseline.to}`;
  return { text, value };
}

function iso(time: number): string {
  return new Date(time).toISOString().replace(/\.000Z$/, 'Z');
}
