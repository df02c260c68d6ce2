/** What a row of a table with verdicts is on. */
export interface Row {
  readonly feature: string;
  readonly segment: Readonly<Record<string, string>>;
  /** The window, in milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
}

/** Replaces `${__data.fields["feature"]}` and the like by what the row at hand has. */
export type ReplaceInRow = (text: string) => string;

/** Reads the row that a link is asked for; times that it lacks are those of the whole range. */
export function readRow(
  replace: ReplaceInRow,
  columns: ReadonlyMap<string, string>,
  range: { readonly from: number; readonly to: number }
): Row {
  const text = (column: string) => replace(`\${__data.fields["${column}"]}`);
  const time = (column: string, otherwise: number) => {
    const written = replace(`\${__data.fields["${column}"].numeric}`);
    return /^\d+(\.\d+)?$/.test(written) ? Number(written) : otherwise;
  };
  return {
    feature: text('feature'),
    segment: Object.fromEntries([...columns].map(([name, column]) => [name, text(column)])),
    from: time('time', range.from),
    to: time('time_end', range.to),
  };
}
