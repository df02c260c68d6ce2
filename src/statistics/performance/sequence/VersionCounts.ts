/** Rows of one window that were predicted by two versions, and those of them that count as right: any share of rows. */
export interface VersionCounts {
  readonly oldRows: number;
  readonly oldHits: number;
  readonly newRows: number;
  readonly newHits: number;
}

/** Whether both versions got rows: a window of one version alone says nothing of their difference, if rates differ by day. */
export function hasBoth({ oldRows, newRows }: VersionCounts): boolean {
  return oldRows > 0 && newRows > 0;
}
