import type { VersionsResult } from '../../evaluate/Result';
import type { VersionStatus } from '../../verdict/versions/VersionTrace';

/** One row of the version table: a version in a segment. What each column means: README.md in this folder's parent. */
export interface VersionRow {
  readonly version: string;
  /** Written as one column for each key. */
  readonly segment: Readonly<Record<string, string>>;
  readonly status: VersionStatus;
  readonly share: number | null;
  readonly calls: number;
  readonly first_seen: number;
  readonly active_since: number | null;
  readonly last_seen: number;
  readonly since_before: boolean;
}

/** The rows of a result, by segment, the active version first. */
export function versionRows({ traces }: Pick<VersionsResult, 'traces'>): VersionRow[] {
  return traces.flatMap(({ segment, versions }) =>
    versions.map((one) => ({
      version: one.version,
      segment,
      status: one.status,
      share: one.share,
      calls: one.calls,
      first_seen: one.firstSeen,
      active_since: one.activeSince,
      last_seen: one.lastSeen,
      since_before: one.status === 'active' ? one.isActiveLonger : one.isOlder,
    }))
  );
}
