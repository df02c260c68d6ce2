import type { TimeRange } from '../query/time';
import type { DistributionRequest, Source } from '../sources/Source';

/** Rows may come late: a window counts as settled this long after its end. */
const SETTLING = 15 * 60_000;

/**
 * The key under which a baseline's distributions may be kept; null where they may still change. `scope` names the data
 * source, its organization and its settings' version; `place` the connection. A source that tells versions of its data
 * apart is kept by version, any other only where all windows have settled.
 */
export async function baselineKey(
  scope: string,
  place: { readonly connection: string; readonly source: Source },
  request: DistributionRequest,
  now: number
): Promise<string | null> {
  const version = (await place.source.version?.(request.selection)) ?? null;
  return version === null && !areSettled(request.windows, now)
    ? null
    : JSON.stringify([scope, place.connection, version, request]);
}

/** Whether all windows ended long enough ago that no more rows of theirs are awaited; null stands for all times. */
export function areSettled(windows: ReadonlyArray<TimeRange | null>, now: number): boolean {
  return windows.every((window) => window !== null && window.to <= now - SETTLING);
}
