import type { VersionsDecision } from '../../query/versionsQuery';
import { ActiveVersion } from './ActiveVersion';
import { Presence } from './Presence';
import { versionedCalls } from './versionedCalls';
import type {
  ChangeKind,
  TracedVersion,
  VersionChange,
  VersionStatus,
  VersionTrace,
  VersionWindow,
} from './VersionTrace';

interface Seen {
  calls: number;
  firstSeen: number;
  lastSeen: number;
  isOlder: boolean;
}

/** Follows the versions of one segment through its windows, which are by time. Definitions: docs/versions.md. */
export function traceVersions(
  segment: Readonly<Record<string, string>>,
  windows: readonly VersionWindow[],
  decision: VersionsDecision
): VersionTrace {
  const presence = new Presence(decision);
  const active = new ActiveVersion();
  const seen = new Map<string, Seen>();
  const withCalls = windows.filter((one) => versionedCalls(one) > 0);
  for (const one of withCalls) {
    see(seen, one, one === withCalls[0]);
    const decides = versionedCalls(one) >= decision.minimumCalls;
    presence.follow(one, decides);
    active.follow(one, decides, presence);
  }
  const last = windows.at(-1);
  return {
    segment,
    windows,
    versions: [...seen].map(([version, found]) => traced(version, found, { last, presence, active })).sort(compare),
    changes: [...presence.changes, ...active.changes].sort(byTime),
    isDecided: last !== undefined && versionedCalls(last) >= decision.minimumCalls,
  };
}

function see(seen: Map<string, Seen>, { window, byVersion }: VersionWindow, isFirst: boolean): void {
  for (const [version, calls] of byVersion) {
    const known = seen.get(version) ?? { calls: 0, firstSeen: window.from, lastSeen: window.to, isOlder: isFirst };
    seen.set(version, { ...known, calls: known.calls + calls, lastSeen: window.to });
  }
}

function traced(
  version: string,
  seen: Seen,
  { last, presence, active }: { last: VersionWindow | undefined; presence: Presence; active: ActiveVersion }
): TracedVersion {
  const isActive = active.version === version;
  const all = last === undefined ? 0 : versionedCalls(last);
  return {
    version,
    ...seen,
    status: isActive ? 'active' : otherStatus(version, presence),
    share: last === undefined || all === 0 ? null : (last.byVersion.get(version) ?? 0) / all,
    activeSince: isActive ? active.since : null,
    isActiveLonger: isActive && active.isLonger,
  };
}

function otherStatus(version: string, presence: Presence): VersionStatus {
  if (presence.has(version)) {
    return 'present';
  }
  return presence.had(version) ? 'gone' : 'stray';
}

/** Of changes at one time, as they are told: the new one starts and takes over, the old one vanishes. */
const TOLD: readonly ChangeKind[] = ['started', 'took_over', 'rolled_back', 'vanished'];

function byTime(a: VersionChange, b: VersionChange): number {
  return a.time - b.time || TOLD.indexOf(a.kind) - TOLD.indexOf(b.kind);
}

function compare(a: TracedVersion, b: TracedVersion): number {
  return (
    Number(b.status === 'active') - Number(a.status === 'active') ||
    (b.share ?? 0) - (a.share ?? 0) ||
    b.lastSeen - a.lastSeen ||
    b.calls - a.calls ||
    (a.version < b.version ? -1 : 1)
  );
}
