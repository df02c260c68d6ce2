import type { Notice } from '../../Notice';
import type { Column, KeyColumn } from '../columns/Column';

/** The rows of a file of labels. */
export interface LabelTable {
  readonly keys: KeyColumn;
  readonly label: Column;
  /** When each label was known, in milliseconds, NaN where unknown; null where labels have no time. */
  readonly times: Float64Array | null;
  readonly shown: string;
  readonly notices: readonly Notice[];
}
