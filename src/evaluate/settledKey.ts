import { areSettled } from '../baseline/baselineKey';
import { profileVersion } from '../baseline/profile/readProfile';
import type { DriftQuery } from '../query/driftQuery';
import { parseDuration } from '../query/duration';
import type { Query } from '../query/query';
import type { Selection } from '../query/selection';
import type { TimeRange } from '../query/time';
import { baselineOf } from './baselineOf';
import { sourceOf } from './connections';
import type { EvaluateContext } from './EvaluateContext';
import { stampOfModel } from './modelBaseline';
import { withOwnTime } from './ownTime';
import { currentWindows } from './windows/currentWindows';

/** What an answer that no longer changes is kept under. */
export interface SettledKey {
  readonly key: string;
  /** Whether the sources tell versions of their data apart, so that new data have another key. */
  readonly versioned: boolean;
}

interface Side {
  readonly selection: Selection;
  readonly windows: ReadonlyArray<TimeRange | null>;
}

/**
 * The key of a query's answer where that depends neither on the clock nor on data that may still change; null where it
 * does. It names the question, its windows, and the version of the data where a source tells it; any other source's windows
 * must have settled. It does not name whose data they are: the caller adds that.
 */
export async function settledKey(query: Query, context: EvaluateContext): Promise<SettledKey | null> {
  const { range, now } = context;
  // The baseline of a drift query within another is not looked at here.
  if (query.kind === 'change' && query.of !== undefined) {
    return null;
  }
  // An alias of a registry may move at any time.
  if (query.kind === 'versions' && query.registry !== undefined) {
    return null;
  }
  if (range === null || dependsOnClock(query, range, now)) {
    return null;
  }
  const asked = withOwnTime(query, context.connections);
  const windows = currentWindows(asked, range, now, null);
  if (windows.some((window) => window !== null && window.to > now)) {
    return null;
  }
  const profile = await profileOf(query, context);
  const sides = [{ selection: asked.current, windows }, ...baselineSide(asked, windows, now)];
  const versions = await Promise.all(sides.map((side) => versionOf(side, context)));
  const kept = sides.every((side, index) => versions[index] !== null || areSettled(side.windows, now));
  return kept && profile !== null
    ? {
        key: JSON.stringify([query, windows, profile, versions, annotationsKey(context)]),
        versioned: versions.every((version) => version !== null),
      }
    : null;
}

/** What annotations say changes answers of the past. */
function annotationsKey({ annotations }: EvaluateContext): unknown {
  return annotations && [annotations.marks, [...annotations.tagged], annotations.notices];
}

/** Times of the baseline, of exclusions, and of marks that count from now, and a range that ends where the delay cuts it. */
function dependsOnClock(query: Query, range: TimeRange, now: number): boolean {
  const delay = query.delay === undefined ? 0 : parseDuration(query.delay);
  const isCut = query.window === 'range' && range.to > now - delay;
  const { exclude, marks } = ('decision' in query ? query.decision : {}) as Partial<DriftQuery['decision']>;
  const times = ['baseline' in query ? query.baseline : null, exclude, marks];
  return isCut || /"now/.test(JSON.stringify(times));
}

/** Empty where the query compares with no profile; null where it names one that is not there. */
async function profileOf(query: Query, context: EvaluateContext): Promise<string | null> {
  if ('baseline' in query && query.baseline?.kind === 'model') {
    return stampOfModel(query.baseline, context);
  }
  if (!('baseline' in query) || query.baseline?.kind !== 'profile') {
    return '';
  }
  const { profiles } = context;
  return profiles === undefined ? null : profileVersion(profiles, query.baseline.id);
}

/** Past windows of volumes lie before the current ones, in the same selection; versions have no baseline. */
function baselineSide(query: Query, windows: ReadonlyArray<TimeRange | null>, now: number): Side[] {
  if (query.kind === 'volume' || query.kind === 'change' || query.kind === 'versions' || query.baseline === undefined) {
    return [];
  }
  if (query.baseline.kind === 'profile' || query.baseline.kind === 'model') {
    return [];
  }
  const { selection, windows: before } = baselineOf({ ...query, baseline: query.baseline }, windows, now);
  return [{ selection, windows: before }];
}

async function versionOf({ selection }: Side, { connections, access }: EvaluateContext): Promise<string | null> {
  const source = sourceOf(connections, selection.connection, access);
  return (await source.version?.(selection)) ?? null;
}
