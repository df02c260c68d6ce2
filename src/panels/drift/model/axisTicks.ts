import type { MapColumn } from './DriftMap';

export interface Tick {
  readonly column: number;
  /** In pixels from the left of the map. */
  readonly x: number;
  readonly label: string;
}

/** Labels that fit beside one another, at the start of every k-th column. */
export function axisTicks(
  columns: readonly MapColumn[],
  width: number,
  label: (column: MapColumn) => string,
  characterWidth = 6.5
): Tick[] {
  if (columns.length === 0) {
    return [];
  }
  const labels = columns.map(label);
  const widest = Math.max(...labels.map((text) => text.length)) * characterWidth + 12;
  const step = Math.max(1, Math.ceil((widest * columns.length) / width));
  return columns.flatMap((column, index) => {
    const x = column.left * width;
    return index % step === 0 && x + labels[index].length * characterWidth <= width
      ? [{ column: index, x, label: labels[index] }]
      : [];
  });
}
