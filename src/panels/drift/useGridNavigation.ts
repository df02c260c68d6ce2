import { type KeyboardEvent, useState } from 'react';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from a place in the grid; null where the key means nothing. */
export function moveByKey(place: Place, key: string, control: boolean, rows: number, columns: number): Place | null {
  const { row, column } = place;
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: Math.min(Math.max(nextRow, 0), rows - 1),
    column: Math.min(Math.max(nextColumn, 0), columns - 1),
  });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageUp':
      return to(row - 10, column);
    case 'PageDown':
      return to(row + 10, column);
    case 'Home':
      return to(control ? 0 : row, 0);
    case 'End':
      return to(control ? rows - 1 : row, columns - 1);
    default:
      return null;
  }
}

/** The cell that the keyboard is on: it starts on the newest window of the first row. */
export function useGridNavigation(rows: number, columns: number, onMove: (place: Place) => void) {
  const [wanted, setWanted] = useState<Place>({ row: 0, column: Infinity });
  const [moved, setMoved] = useState(false);
  const active = { row: Math.min(wanted.row, rows - 1), column: Math.min(wanted.column, columns - 1) };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const next = moveByKey(active, event.key, event.ctrlKey || event.metaKey, rows, columns);
    if (next === null) {
      return false;
    }
    event.preventDefault();
    setWanted(next);
    setMoved(true);
    onMove(next);
    return true;
  };
  /** After a click the keyboard goes on from there. */
  const goTo = (place: Place) => {
    setWanted(place);
    setMoved(true);
  };
  return { active, takesFocus: moved, onKeyDown, goTo };
}
