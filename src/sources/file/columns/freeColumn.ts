import { freeBuffer } from '../readers/freeBuffer';
import type { Column } from './Column';

/** Gives back the memory of a column that nothing holds any more. */
export function freeColumn(column: Column): void {
  if (column.kind === 'numbers') {
    freeBuffer(column.values.buffer);
  }
}
