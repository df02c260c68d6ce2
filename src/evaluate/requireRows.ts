import type { RequestOptions } from '../sources/Source';
import { SourceError } from '../sources/SourceError';
import type { TimeRange } from '../query/time';
import type { Cells } from './cells';
import { describeRange } from './describeTime';
import type { Place } from './settleFeatures';

/** Throws a SourceError where a side has not a single row: it names the time asked for and the time that there is. */
export async function requireRows(
  side: 'baseline' | 'current data',
  cells: Cells,
  { source, selection }: Place,
  windows: ReadonlyArray<TimeRange | null>,
  options: RequestOptions
): Promise<void> {
  if (!cells.isEmpty) {
    return;
  }
  const said = await absenceOfRows({ source, selection }, windows, options);
  throw new SourceError(`The ${side} is empty: ${said}`, { status: 422, side: 'downstream' });
}

/** That there is no row in the windows, with the time asked for and the time that there is: a sentence, or two. */
export async function absenceOfRows(
  { source, selection }: Place,
  windows: ReadonlyArray<TimeRange | null>,
  options: RequestOptions
): Promise<string> {
  const place = selection.path ?? selection.index ?? 'the selection';
  const query = selection.query === undefined ? '' : ` that match ${selection.query}`;
  const bounds = await source.timeBounds(selection, options);
  const first = windows[0];
  const last = windows[windows.length - 1];
  const asked = first && last ? ` from ${describeRange({ from: first.from, to: last.to })}` : '';
  const held = bounds === null || asked === '' ? '' : ` Its rows are from ${describeRange(bounds)}.`;
  return `${place} has no rows${query}${asked}.${held}`;
}
