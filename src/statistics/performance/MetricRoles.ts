/** What the columns and classes of outcomes stand for in a metric. */
export interface MetricRoles {
  /** The class that precision, recall and scores are about. */
  readonly positive?: string;
  /** Column of the score of the positive class. */
  readonly score?: string;
  /** Of several classes, the column of each class's score. */
  readonly classScores?: ReadonlyMap<string, string>;
  /** Without predictions: from this score on a row is predicted as positive. */
  readonly threshold: number;
  /** Whether there is a column of predictions. */
  readonly predicts: boolean;
  /** Value of one row by its outcome. */
  readonly value?: OutcomeValues;
  /** Columns of predicted quantiles by their level, ascending. */
  readonly quantiles?: ReadonlyMap<number, string>;
  /** Whether a naive forecast, a season, or lists were asked for: then only the source can be why there is none. */
  readonly naive?: boolean;
  readonly season?: boolean;
  readonly lists?: boolean;
}

export interface OutcomeValues {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly trueNegative: number;
  readonly falseNegative: number;
}
