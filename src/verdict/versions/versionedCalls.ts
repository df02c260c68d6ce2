import type { VersionWindow } from './VersionTrace';

/** It is asked for with each version of a window, and there may be as many of them as calls. */
const counted = new WeakMap<VersionWindow['byVersion'], number>();

/** Calls that carry a version. */
export function versionedCalls({ byVersion, rest }: VersionWindow): number {
  let sum = counted.get(byVersion);
  if (sum === undefined) {
    sum = 0;
    for (const calls of byVersion.values()) {
      sum += calls;
    }
    counted.set(byVersion, sum);
  }
  return sum + rest;
}
