import { growth } from '../../memory/growth';
import type { ColumnRequest } from '../readers/TableFile';
import type { CellBuilder } from './CellBuilder';
import { ColumnBuilder } from './ColumnBuilder';
import { KeyBuilder } from '../keys/KeyBuilder';
import { TimeBuilder } from './TimeBuilder';

const BYTES_A_CELL = 8;

/** What gathers a column as it is asked for, of about so many rows. */
export function builderFor({ name, text, times = false, keys = false }: ColumnRequest, capacity = 0): CellBuilder {
  growth.bytes += capacity * BYTES_A_CELL;
  if (keys) {
    return new KeyBuilder(name, capacity || undefined);
  }
  return times && !text
    ? new TimeBuilder(name, false, capacity || undefined)
    : new ColumnBuilder(text, capacity || undefined);
}
