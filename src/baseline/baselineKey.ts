import type { TimeRange } from '../query/time';
import type { DistributionRequest, Source } from '../sources/Source';

/** Rows may come late: a window counts as settled this long after its end. */
const SETTLING = 15 * 60_000;

/**
 * The key under which a baseline's distributions may be kept; null where they may still change. `scope` names the data
 * source, its organisation and its settings' version; `place` the connection. A source that tells versions of its data
 * apart is kept by version, any other only where all windows have settled.
 */
export async function baselineKey(
  scope: string,
  place: { readonly connection: string; readonly source: Source },
  request: DistributionRequest,
  now: number
): Promise<string | null> {
  const version = (await place.source.version?.(request.selection)) ?? null;
  return version === null && !request.windows.every((window) => isSettled(window, now))
    ? null
    : JSON.stringify([scope, place.connection, version, request]);
}

function isSettled(window: TimeRange | null, now: number): boolean {
  return window !== null && window.to <= now - SETTLING;
}
