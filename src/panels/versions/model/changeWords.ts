import type { ChangeKind, VersionChange } from '../../../verdict/versions/VersionTrace';

export interface ChangeMeaning {
  readonly label: string;
  /** For someone who has never seen the panel. */
  readonly meaning: string;
}

/** The gravest first. */
export const CHANGES: Readonly<Record<ChangeKind, ChangeMeaning>> = {
  rolled_back: { label: 'rollback', meaning: 'A previously active version became active again.' },
  took_over: { label: 'takeover', meaning: 'The version receives a majority of calls from here on.' },
  vanished: { label: 'stopped', meaning: 'The version receives no more calls, although some were expected.' },
  started: {
    label: 'start',
    meaning: 'The version receives its first calls: a canary, or the beginning of a takeover.',
  },
};

export const CHANGE_KINDS = Object.keys(CHANGES) as readonly ChangeKind[];

/** 0 for the gravest. */
export function changeRank({ kind }: VersionChange): number {
  return CHANGE_KINDS.indexOf(kind);
}
