import type { ChangeKind, VersionChange } from '../../../verdict/versions/VersionTrace';

export interface ChangeMeaning {
  readonly label: string;
  /** For someone who has never seen the panel. */
  readonly meaning: string;
}

/** The gravest first. */
export const CHANGES: Readonly<Record<ChangeKind, ChangeMeaning>> = {
  rolled_back: { label: 'rollback', meaning: 'A version took over that had been active before the one it replaces.' },
  took_over: { label: 'takeover', meaning: 'From here on the version has more than half of the calls.' },
  vanished: { label: 'vanished', meaning: 'The version gets no more calls, though some were to be expected.' },
  started: { label: 'start', meaning: 'The version gets its first calls: a canary, or the beginning of a switch.' },
};

export const CHANGE_KINDS = Object.keys(CHANGES) as readonly ChangeKind[];

/** 0 for the gravest. */
export function changeRank({ kind }: VersionChange): number {
  return CHANGE_KINDS.indexOf(kind);
}
