import type { VersionWindow } from './VersionTrace';

/** Calls that carry a version. */
export function versionedCalls({ byVersion, rest }: VersionWindow): number {
  return [...byVersion.values()].reduce((sum, calls) => sum + calls, rest);
}
