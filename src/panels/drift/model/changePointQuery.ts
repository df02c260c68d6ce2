import { parseDuration } from '../../../query/duration';
import type { QueryInput } from '../../../query/query';

/** Windows that a search for a change point looks back over at least: fewer tell little of the noise. */
const WINDOWS_BACK = 120;
/** A level is one only if it lasts: windows after the alarm are looked at too, where the time range has them. */
const MOST_WINDOWS = 1500;

/** A drift query as the panel stores it. */
export type DriftDraft = Partial<Extract<QueryInput, { kind: 'drift' }>>;

/** What the alarm is about, and the time range of the panel. */
export interface AlarmPlace {
  readonly feature: string;
  /** Window in alarm, in milliseconds since the epoch. */
  readonly start: number;
  readonly end: number;
  readonly range: { readonly from: number; readonly to: number };
}

export interface ChangePointQuery {
  readonly query: QueryInput;
  readonly range: { readonly from: number; readonly to: number };
  /** Where the reference of the alarm begins; null where it has a fixed one. */
  readonly referenceFrom: number | null;
}

/**
 * The query of the kind `change` that tells since when the feature of an alarm has been different; null where the drift
 * query has no windows. Keys that only drift queries have are left out.
 */
export function changePointQuery(
  drift: DriftDraft,
  { feature, start, end, range }: AlarmPlace
): ChangePointQuery | null {
  const { window, current, baseline } = drift;
  if (window === undefined || window === 'range' || current === undefined) {
    return null;
  }
  const length = parseDuration(window);
  const to = Math.min(Math.max(range.to, end), start + (MOST_WINDOWS - WINDOWS_BACK) * length);
  const from = Math.max(Math.min(range.from, start - WINDOWS_BACK * length), to - MOST_WINDOWS * length);
  const season = seasonOf(baseline);
  const takesSeason = season !== null && season.length > length && season.length % length === 0;
  const own = current.features?.filter(({ name }) => name === feature) ?? [];
  const shared = SHARED_KEYS.flatMap((key) => (drift[key] === undefined ? [] : [[key, drift[key]]]));
  return {
    query: {
      ...(Object.fromEntries(shared) as Pick<DriftDraft, (typeof SHARED_KEYS)[number]>),
      ...{ kind: 'change', format: 'table', window },
      current: { ...current, features: own.length > 0 ? own : [{ name: feature }] },
      ...(takesSeason ? { period: season.period } : {}),
    },
    range: { from, to },
    referenceFrom: season === null ? null : start - season.count * season.length,
  };
}

const SHARED_KEYS = ['version', 'timezone', 'segmentBy', 'delay', 'minimumCoverage'] as const;

function seasonOf(baseline: DriftDraft['baseline']) {
  if (baseline?.kind !== 'seasonal') {
    return null;
  }
  const { period = '1w', count = 4 } = baseline;
  return { period, count, length: parseDuration(period) };
}
