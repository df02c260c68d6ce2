export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What the rows of all segments together say of a segment without rows: that they are lost, or that others have them. */
export interface RowsOfAll {
  /** From the first to the last slice in which this segment had rows; null where it had none. */
  readonly active: Stretch | null;
  /** Whether the baseline tells the segment's own rows; one that does not tell segments apart knows those of all. */
  readonly knowsSegment: boolean;
  /** How many rows all segments have in a slice. */
  readonly rowsIn: (slice: Stretch) => number;
  /** Whether in these stretches together fewer rows came than ever in the past, of all segments; null where unknown. */
  readonly lost: (stretches: readonly Stretch[]) => boolean | null;
}
