/** The labels of a series. */
export type Labels = Readonly<Record<string, string>>;

/** A series of a range query or of raw samples. Times are in seconds. */
export interface Series {
  readonly metric: Labels;
  /** Numbers as Prometheus writes them: `NaN` and `+Inf` too. */
  readonly values?: ReadonlyArray<readonly [number, string]>;
  readonly histograms?: ReadonlyArray<readonly [number, NativeHistogram]>;
}

export interface NativeHistogram {
  readonly count: string;
  readonly sum: string;
  /** Rule, low, high, count. Rule: which bounds are closed; 0 high, 1 low, 2 none, 3 both. */
  readonly buckets?: ReadonlyArray<readonly [number, string, string, string]>;
}

/** What a store says of a good answer, in its own words. */
export interface Said {
  /** It may not be everything, or not right. */
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
}

/** What came back, and what the store said of it. */
export interface PrometheusAnswer<Data> extends Said {
  readonly data: Data;
}
