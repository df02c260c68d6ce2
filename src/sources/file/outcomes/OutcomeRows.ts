import type { Notice } from '../../Notice';
import type { LabelFindings } from '../../OutcomesRequest';
import type { ForecastColumns } from './forecast/forecastCounter';
import type { LabelAges } from './labelAges';
import type { ListRows } from './lists/countLists';

/** The rows of a file of predictions with what became of each, column by column. */
export type OutcomeRows = ClassRows | NumberRows;

interface AnyRows {
  /** Null where predictions or labels have no time. */
  readonly ages: LabelAges | null;
  readonly findings: LabelFindings;
  readonly notices: readonly Notice[];
}

export interface ClassRows extends AnyRows {
  readonly task: 'classification';
  /** In ascending order of their text. */
  readonly classes: readonly string[];
  /** Index of the predicted class, -1 where there is none; null where only scores are. */
  readonly predicted: Int16Array | null;
  /** Index of the actual class, -1 where the label is not known. */
  readonly actual: Int16Array;
  /** By column; NaN where there is none, or none from 0 to 1. */
  readonly scores: ReadonlyMap<string, Float64Array>;
  /** Index of the class that a simple rule predicted, -1 where there is none; absent where none was asked for. */
  readonly naive?: Int16Array;
  readonly lists?: ListRows;
}

export interface NumberRows extends AnyRows {
  readonly task: 'regression';
  /** NaN where there is none. */
  readonly predicted: Float64Array;
  /** NaN where the label is not known. */
  readonly actual: Float64Array;
  /** 1 for rows whose label can't be read as a number: they are left out. */
  readonly unreadable: Uint8Array | null;
  readonly forecasts?: ForecastColumns;
}
