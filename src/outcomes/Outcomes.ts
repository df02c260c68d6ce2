import type { ConfusionCounts } from './ConfusionCounts';
import type { DelayCounts } from './DelayCounts';
import type { ErrorSums } from './ErrorSums';
import type { ForecastSums } from './ForecastSums';
import type { ListSums } from './ListSums';
import type { ScoreTable } from './ScoreTable';

/** No column is called so. */
export const ERROR_SIZES = '\0sizes';
/** The class of all sizes of errors. */
export const ANY_CLASS = '';

/** What became of the predictions of some rows. What a place can't tell is absent. */
export interface Outcomes {
  /** Predictions, with a label or without. */
  readonly rows: number;
  /** Those whose label is known. */
  readonly labelled: number;
  /** Of labelled rows with a predicted class. */
  readonly confusion?: ConfusionCounts;
  /** Predicted classes of the rows without a label. */
  readonly unlabelled?: ReadonlyMap<string, number>;
  /** By the name of the column that holds the score; of numbers under `ERROR_SIZES` how often each |p − y| occurred. */
  readonly scores?: ReadonlyMap<string, ScoreTable>;
  readonly errors?: ErrorSums;
  readonly forecasts?: ForecastSums;
  readonly lists?: ListSums;
  readonly delays?: DelayCounts;
}
