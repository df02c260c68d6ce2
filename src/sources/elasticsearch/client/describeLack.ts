interface Failure {
  readonly indices?: readonly string[];
  readonly failure?: { readonly error?: Reason };
}

interface Reason {
  readonly type?: string;
  readonly reason?: string;
}

/** The error of an index of which shards are nowhere, as a search of it would be refused; undefined where there is none. */
export function lostShards(failures: unknown): unknown {
  return failuresOf(failures).find(({ failure }) => /no_shard_available/.test(failure?.error?.type ?? ''))?.failure
    ?.error;
}

/** Which indices or clusters did not answer, and why, of the `failures` of `_field_caps`. */
export function describeLack(failures: readonly unknown[]): string {
  return failuresOf(failures)
    .slice(0, 3)
    .map(({ indices = [], failure }) => {
      const { reason, type } = failure?.error ?? {};
      return `${Array.isArray(indices) ? indices.slice(0, 3).join(', ') : ''} ("${reason ?? type ?? 'no reason is given'}")`;
    })
    .join('; ');
}

function failuresOf(failures: unknown): readonly Failure[] {
  return Array.isArray(failures) ? failures.map((failure: unknown) => (failure ?? {}) as Failure) : [];
}
