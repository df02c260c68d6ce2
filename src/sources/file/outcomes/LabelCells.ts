import type { Notice } from '../../Notice';
import type { LabelFindings } from '../../OutcomesRequest';
import type { SelectedColumn } from '../selectRows';

/** The labels, one for each row of the predictions. */
export interface LabelCells extends SelectedColumn {
  /** NaN where unknown; null where labels have no time. */
  readonly times: Float64Array | null;
  readonly shown: string;
  readonly findings: LabelFindings;
  readonly notices: readonly Notice[];
}

/** The predictions, of which each column is taken once. */
export interface PredictionCells {
  readonly column: (name: string) => Promise<SelectedColumn>;
  /** In milliseconds, NaN where unknown; null where rows have no time. */
  readonly times: Float64Array | null;
  /** 1 for rows of any window. */
  readonly used: Uint8Array;
  readonly shown: string;
}
