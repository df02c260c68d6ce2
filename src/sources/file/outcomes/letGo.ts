import { freeColumn } from '../columns/freeColumn';
import { freeBuffer } from '../readers/freeBuffer';
import type { SelectedColumn } from '../selectRows';

/** Gives back the memory of a column, where nothing else holds it. */
export function letGo(selected: SelectedColumn | null): void {
  if (selected?.fresh === true) {
    freeColumn(selected.column);
    if (selected.column.kind === 'text') {
      freeBuffer(selected.column.codes.buffer);
    }
  }
}
