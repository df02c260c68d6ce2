/** A metric with its 95% interval. */
export interface MetricValue {
  /** Null where the metric is undefined: `undefined` says why. From buckets, the middle of its bounds. */
  readonly value: number | null;
  /** What it surely lies between where only buckets are known; both equal `value` where it is exact. */
  readonly boundLow: number | null;
  readonly boundHigh: number | null;
  /** 95% interval of the sampling error, around the bounds; null where nothing tells it. */
  readonly low: number | null;
  readonly high: number | null;
  /** Rows in its denominator: those that decide how well it is known. For a rank metric, those of the rarer class. */
  readonly rows: number;
  /** Why there is no value: "no row was predicted as positive". */
  readonly undefined?: string;
}
