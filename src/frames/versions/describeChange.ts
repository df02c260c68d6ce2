import type { ChangeKind, VersionChange } from '../../verdict/versions/VersionTrace';

export const CHANGE_WORDS: Readonly<Record<ChangeKind, string>> = {
  started: 'started',
  took_over: 'took over',
  rolled_back: 'rolled back',
  vanished: 'stopped',
};

/** A change of version in a sentence. */
export function describeChange({ kind, version, previous, share }: VersionChange): string {
  const percent = `${Number((100 * share).toPrecision(3))}%`;
  const from = previous === null ? '' : ` from ${previous}`;
  switch (kind) {
    case 'started':
      return `Version ${version} received its first calls (${percent} of calls).`;
    case 'took_over':
      return `Version ${version} took over${from} (${percent} of calls).`;
    case 'rolled_back':
      return `Rolled back${from} to ${version}, which was active before (${percent} of calls).`;
    case 'vanished':
      return `Version ${version} stopped receiving calls; it last had ${percent} of calls.`;
  }
}
