interface Details {
  readonly status?: string;
  readonly timed_out?: boolean;
  readonly failures?: ReadonlyArray<{ readonly reason?: { readonly type?: string; readonly reason?: string } }>;
}

/** What an answer from several clusters says of each of them; older stores and OpenSearch give the numbers alone. */
export interface Clusters {
  readonly total?: number;
  readonly successful?: number;
  readonly skipped?: number;
  readonly partial?: number;
  readonly failed?: number;
  readonly running?: number;
  readonly details?: Readonly<Record<string, Details>>;
}

/**
 * Which clusters did not answer whole, and why; null where all did. With `skip_unavailable` a store leaves out a remote
 * cluster that is gone, and calls its answer a success all the same.
 */
export function lackOfClusters(clusters: Clusters | undefined): string | null {
  if (clusters === undefined) {
    return null;
  }
  const { total = 0, successful, skipped = 0, partial = 0, failed = 0, running = 0, details = {} } = clusters;
  const lacking = Math.max(skipped + partial + failed + running, successful === undefined ? 0 : total - successful);
  const named = Object.entries(details).filter(
    ([, { status, timed_out: isLate }]) => isLate === true || (status !== undefined && status !== 'successful')
  );
  if (lacking <= 0 && named.length === 0) {
    return null;
  }
  return named.length === 0
    ? `${lacking} of its ${total} clusters ${lacking === 1 ? 'was' : 'were'} skipped or failed`
    : named.slice(0, 3).map(describe).join('; ');
}

function describe([name, { status, timed_out: isLate, failures = [] }]: [string, Details]): string {
  const { reason, type } = failures[0]?.reason ?? {};
  return `the cluster "${name}" is ${isLate === true ? 'late' : status} ("${reason ?? type ?? 'no reason is given'}")`;
}
