import type { TimeRange } from '../../query/time';

/** The calls of one window by version. */
export interface VersionWindow {
  readonly window: TimeRange;
  readonly byVersion: ReadonlyMap<string, number>;
  /** Calls of versions that the store did not list one by one. */
  readonly rest: number;
  /** Calls that carry no version. */
  readonly unversioned: number;
}

/**
 * - `active`: has more than half of the calls, or had it last;
 * - `present`: among the calls beside it, such as a canary;
 * - `gone`: was among the calls;
 * - `stray`: never had enough calls to count as started.
 */
export type VersionStatus = 'active' | 'present' | 'gone' | 'stray';

export interface TracedVersion {
  readonly version: string;
  readonly status: VersionStatus;
  readonly calls: number;
  /** Of the newest window's calls that carry a version, 0 to 1; null where there are none. */
  readonly share: number | null;
  /** Start of the first and end of the last window with a call. */
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** Whether the first window with calls has it, so that it may be older. */
  readonly isOlder: boolean;
  /** Start of the window since which it has been active; null where it is not. */
  readonly activeSince: number | null;
  /** Whether it was active in the first window that decides, and so may have been before. */
  readonly isActiveLonger: boolean;
}

export type ChangeKind = 'started' | 'took_over' | 'rolled_back' | 'vanished';

export interface VersionChange {
  readonly kind: ChangeKind;
  readonly version: string;
  /** The version that was active before; null for `started` and `vanished`, and where there was none. */
  readonly previous: string | null;
  /** Start of the window of the change; for `vanished` the end of the last window that had it. */
  readonly time: number;
  /** End of the window in which it could be told. */
  readonly noticed: number;
  /** Of the window's calls at the change, 0 to 1. */
  readonly share: number;
}

/** All that happened to the versions of one segment, by time. */
export interface VersionTrace {
  readonly segment: Readonly<Record<string, string>>;
  readonly windows: readonly VersionWindow[];
  /** The active one first, then by share now and calls. */
  readonly versions: readonly TracedVersion[];
  readonly changes: readonly VersionChange[];
  /** Whether the newest window has enough calls to decide. */
  readonly isDecided: boolean;
  /** Why it is not decided, where that is not for want of calls. */
  readonly undecided?: string;
}
