import type { Notice } from '../../Notice';
import type { TableRows } from '../readers/TableFile';
import { readRowTimes } from '../readTimes';

export interface LabelTimes {
  /** In milliseconds; NaN where a row has none, null where labels have no time. */
  readonly times: Float64Array | null;
  readonly notices: readonly Notice[];
}

/** When labels were known. Throws a SourceError for a cell that is not a time. */
export function labelTimes(
  table: Pick<TableRows, 'columns' | 'rows' | 'rowNumber'>,
  field: string | undefined,
  shown: string
): LabelTimes {
  if (field === undefined) {
    return { times: null, notices: [] };
  }
  const { values, strange } = readRowTimes(table, field, shown);
  const rows = `${strange.toLocaleString('en-US')} ${strange === 1 ? 'row' : 'rows'}`;
  const notices = strange === 0 ? [] : [`${shown}: the time in "${field}" of ${rows} can't be right and is not used.`];
  return { times: values, notices };
}
