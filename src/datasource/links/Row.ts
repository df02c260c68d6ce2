import { type DataFrame, type DataLinkClickEvent, type Field, formattedValueToString } from '@grafana/data';
import type { SegmentField } from '../../frames/segmentFields';

/** What a row of a table with verdicts is on, as it is stored: never as an override or a mapping shows it. */
export interface Row {
  readonly feature: string;
  readonly segment: Readonly<Record<string, string>>;
  /** The window, in milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
}

/** Replaces `${__data.fields["feature"]}` and the like by what the row at hand has. */
export type ReplaceInRow = (text: string) => string;

/** What a link is asked with. */
export interface Asked {
  readonly replace: ReplaceInRow;
  /** The table as it is shown; undefined where the host doesn't tell. */
  readonly shown: DataFrame | undefined;
}

/** The table in which a link was clicked, after transformations and overrides. */
export function shownTable({ origin }: DataLinkClickEvent): DataFrame | undefined {
  const { state } = (origin ?? {}) as Partial<Field>;
  return (state?.scopedVars?.__dataContext as { value?: { frame?: DataFrame } } | undefined)?.value?.frame;
}

/**
 * Reads the row that a link is asked for; times that it lacks are those of the whole range. Grafana tells the feature as it
 * is stored, and of other columns how they are shown: segments are looked up in the answer, among the rows of that feature
 * and window.
 */
export function readRow(
  { replace, shown }: Asked,
  answer: DataFrame,
  segments: readonly SegmentField[],
  range: { readonly from: number; readonly to: number }
): Row {
  const time = (column: string, otherwise: number) => {
    const written = replace(`\${__data.fields["${column}"].numeric}`);
    return /^\d+(\.\d+)?$/.test(written) ? Number(written) : otherwise;
  };
  const [from, to] = [time('time', range.from), time('time_end', range.to)];
  const raw = replace('${__value.raw}');
  const feature = raw.startsWith('${') ? replace('${__data.fields["feature"]}') : raw;
  const values = (name: string) => answer.fields.find((field) => field.name === name)?.values ?? [];
  const [features, starts] = [values('feature'), values('time')];
  const rows = Array.from(features, (_, row) => row).filter(
    (row) => String(features[row]) === feature && (starts[row] == null || starts[row] === from)
  );
  const found = segments.reduce<number[]>((left, { column }) => {
    const seen = displayOf(column, { replace, shown });
    return seen === null ? left : left.filter((row) => seen(values(column)[row]));
  }, rows);
  const segment = segments.flatMap(({ name, column }): Array<[string, string]> => {
    const stored = new Set(found.map((row) => (values(column)[row] ?? null) as string | null));
    const [only] = stored;
    // Where several are shown alike the link leads to all of them.
    return stored.size === 1 && only != null ? [[name, String(only)]] : [];
  });
  return { feature, segment: Object.fromEntries(segment), from, to };
}

/** Tells whether a stored value is shown as the row at hand shows this column; null where that can't be known. */
function displayOf(column: string, { replace, shown }: Asked): ((value: unknown) => boolean) | null {
  const index = shown?.fields.findIndex(({ name }) => name === column) ?? -1;
  const field = shown?.fields[index];
  if (shown === undefined || field === undefined) {
    // By its name, which such characters would end.
    const text = /["'\\[\]{}]/.test(column) ? null : replace(`\${__data.fields["${column}"]}`);
    return text === null || text.startsWith('${') ? null : (value) => String(value ?? '') === text;
  }
  const isNumbered = shown.fields.some(({ name }) => name === String(index));
  const text = isNumbered ? null : replace(`\${__data.fields[${index}]}`);
  const show = (value: unknown) =>
    field.display === undefined ? String(value ?? '') : formattedValueToString(field.display(value));
  return text === null || text.startsWith('${') ? null : (value) => show(value) === text;
}
