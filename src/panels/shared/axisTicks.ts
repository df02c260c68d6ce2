/** As much of a column as its label needs. */
export interface AxisColumn {
  /** Milliseconds since the epoch; null where it is no window. */
  readonly start: number | null;
  /** Where it begins, from 0 to 1. */
  readonly left: number;
}

export interface Tick {
  readonly column: number;
  /** In pixels from the left of the map. */
  readonly x: number;
  readonly label: string;
  /** Written to the left of the map's end: the newest window. */
  readonly atEnd: boolean;
}

/** Labels that fit beside one another: the start of every k-th column, and on an axis of time the newest one. */
export function axisTicks<Column extends AxisColumn>(
  columns: readonly Column[],
  width: number,
  label: (column: Column) => string,
  characterWidth = 6.6
): Tick[] {
  const labels = columns.map(label);
  const widthOf = (column: number) => labels[column].length * characterWidth + 10;
  const step = Math.max(
    1,
    Math.ceil((Math.max(0, ...columns.map((_, column) => widthOf(column))) * columns.length) / width)
  );
  const regular = columns.flatMap((column, index): Tick[] => {
    const x = column.left * width;
    return index % step === 0 && labels[index] !== '' ? [{ column: index, x, label: labels[index], atEnd: false }] : [];
  });
  const last = columns.length - 1;
  if (last < 1 || columns[last].start === null) {
    return regular.filter(({ column, x }) => x + widthOf(column) - 10 <= width);
  }
  const start = width - widthOf(last);
  const before = regular.filter(({ column, x }) => column !== last && x + widthOf(column) <= start);
  return [...before, { column: last, x: start, label: labels[last], atEnd: true }];
}
