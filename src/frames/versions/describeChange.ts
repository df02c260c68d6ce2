import type { ChangeKind, VersionChange } from '../../verdict/versions/VersionTrace';

export const CHANGE_WORDS: Readonly<Record<ChangeKind, string>> = {
  started: 'started',
  took_over: 'took over',
  rolled_back: 'rolled back',
  vanished: 'vanished',
};

/** A change of version in a sentence. */
export function describeChange({ kind, version, previous, share }: VersionChange): string {
  const percent = `${Number((100 * share).toPrecision(3))} %`;
  const from = previous === null ? '' : ` from ${previous}`;
  switch (kind) {
    case 'started':
      return `${version} takes its first calls: ${percent} of them.`;
    case 'took_over':
      return `${version} took over${from}, with ${percent} of the calls.`;
    case 'rolled_back':
      return `Back${from} to ${version}, which was active before, with ${percent} of the calls.`;
    case 'vanished':
      return `${version} gets no more calls; it had ${percent} of them last.`;
  }
}
