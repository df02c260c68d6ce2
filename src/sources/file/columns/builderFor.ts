import type { ColumnRequest } from '../readers/TableFile';
import type { CellBuilder } from './CellBuilder';
import { ColumnBuilder } from './ColumnBuilder';
import { TimeBuilder } from './TimeBuilder';

/** What gathers a column as it is asked for. */
export function builderFor({ name, text, times = false }: ColumnRequest): CellBuilder {
  return times && !text ? new TimeBuilder(name) : new ColumnBuilder(text);
}
