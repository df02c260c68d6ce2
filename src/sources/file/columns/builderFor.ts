import { growth } from '../../memory/growth';
import type { ColumnRequest } from '../readers/TableFile';
import type { CellBuilder } from './CellBuilder';
import { ColumnBuilder } from './ColumnBuilder';
import { TimeBuilder } from './TimeBuilder';

const BYTES_A_CELL = 8;

/** What gathers a column as it is asked for, of about so many rows. */
export function builderFor({ name, text, times = false }: ColumnRequest, capacity = 0): CellBuilder {
  growth.bytes += capacity * BYTES_A_CELL;
  return times && !text ? new TimeBuilder(name, false, capacity || undefined) : new ColumnBuilder(text, capacity || undefined);
}
