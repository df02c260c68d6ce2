/** Losses of the rows of one window by version: the smaller, the better. */
export interface LossSums {
  readonly old: LossMoments;
  readonly new: LossMoments;
}

export interface LossMoments {
  readonly rows: number;
  readonly mean: number;
  /** Of one row's loss, with divisor rows − 1. */
  readonly variance: number;
}

/** Whether both versions have a mean and a variance. */
export function hasBothLosses({ old, new: next }: LossSums): boolean {
  return old.rows > 1 && next.rows > 1;
}
