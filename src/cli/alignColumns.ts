import { printable } from './printable';

const GAP = '  ';

/** Lines of text whose columns begin below one another; columns that are empty everywhere are left out. */
export function alignColumns(rows: ReadonlyArray<readonly string[]>): string[] {
  const printed = rows.map((row) => row.map(printable));
  const [header, ...body] = printed;
  const shown = header.map((_, column) => column).filter((column) => body.some((row) => row[column] !== ''));
  const widths = shown.map((column) => Math.max(...printed.map((row) => width(row[column]))));
  return printed.map((row) =>
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
