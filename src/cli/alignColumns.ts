const GAP = '  ';

/** Lines of text whose columns begin below one another; columns that are empty everywhere are left out. */
export function alignColumns(rows: ReadonlyArray<readonly string[]>): string[] {
  const [header, ...body] = rows;
  const shown = header.map((_, column) => column).filter((column) => body.some((row) => row[column] !== ''));
  const widths = shown.map((column) => Math.max(...rows.map((row) => width(row[column]))));
  return rows.map((row) =>
    shown
      .map((column, i) => row[column] + ' '.repeat(widths[i] - width(row[column])))
      .join(GAP)
      .trimEnd()
  );
}

/** In characters as they are seen, not in code units. */
function width(text: string): number {
  return [...text].length;
}
