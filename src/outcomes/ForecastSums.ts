import type { Bounded, ErrorSums } from './ErrorSums';

/** What more columns than the predicted number tell of forecasts. Each part counts the rows that have all that it needs. */
export interface ForecastSums {
  /** Errors q − y of each column of a predicted quantile. */
  readonly quantiles?: ReadonlyMap<string, ErrorSums>;
  /** Pinball losses, where the place adds up these and tells nothing of single quantiles. */
  readonly pinball?: { readonly rows: number; readonly sum: number };
  readonly interval?: IntervalSums;
  readonly naive?: NaiveSums;
  readonly scaled?: ScaledSums;
}

/** Rows with both ends of a predicted interval, in their order, and an actual value. */
export interface IntervalSums {
  readonly rows: number;
  /** Rows with lower ≤ y ≤ upper. */
  readonly inside: number;
  /** Sum of upper − lower, and of its squares; absent where the place doesn't tell them. */
  readonly width?: number;
  readonly squares?: number;
}

/** Losses over the rows that have a naive forecast: |p − y|, or of classes how many are wrong. */
export interface NaiveSums {
  readonly rows: number;
  readonly model: Bounded;
  readonly naive: Bounded;
  /** Labelled rows without a naive forecast. */
  readonly without: number;
}

/** |p − y| divided by the mean seasonal change of its series before the window. */
export interface ScaledSums {
  readonly rows: number;
  readonly sum: number;
  readonly squares: number;
  /** Labelled rows whose series has no such mean: it is too short, or always the same. */
  readonly short: number;
  readonly constant: number;
}
