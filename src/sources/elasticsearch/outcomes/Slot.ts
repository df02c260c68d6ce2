import { daysIn } from '../../../query/daysIn';
import type { Selection } from '../../../query/selection';
import type { TimeRange } from '../../../query/time';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { below, bucketsOf, numberOf } from '../client/SearchAnswer';
import { hullOf, indexOf, selectionQuery } from '../search/selectionQuery';

/** A day of a window: what one cell for each segment is counted of. */
export interface Slot {
  /** Index of the request's window. */
  readonly window: number;
  /** Start of the day in milliseconds; 0 for documents without a time. */
  readonly block: number;
  /** As far as it lies in the window; null for all documents without a time. */
  readonly range: TimeRange | null;
}

const MS_A_DAY = 86_400_000;
/** Days on which documents of a window without bounds lie, at most. */
const MOST_DAYS = 5000;

/**
 * The days of all windows. Of one without bounds those on which there are documents, which the store is asked for, and those
 * without a time. Where the selection has no time at all, each window is one block.
 */
export async function slotsOf(
  client: ElasticsearchClient,
  selection: Selection,
  windows: ReadonlyArray<TimeRange | null>,
  timezone: string,
  options: RequestOptions
): Promise<Slot[]> {
  const slots: Slot[] = [];
  for (const [window, range] of windows.entries()) {
    if (range !== null) {
      slots.push(
        ...daysIn(range, timezone).map(({ start, from, to }) => ({ window, block: start, range: { from, to } }))
      );
    } else if (selection.timeField === undefined) {
      slots.push({ window, block: 0, range: null });
    } else {
      slots.push(
        ...(await askDays(client, selection, selection.timeField, timezone, options)).map((one) => ({ window, ...one }))
      );
    }
  }
  return slots;
}

async function askDays(
  client: ElasticsearchClient,
  selection: Selection,
  field: string,
  timezone: string,
  options: RequestOptions
): Promise<Array<Omit<Slot, 'window'>>> {
  const days = { date_histogram: { field, fixed_interval: '1d', min_doc_count: 1 } };
  const untimed = { filter: { bool: { must_not: [{ exists: { field } }] } } };
  const search = { query: selectionQuery(selection, null), aggs: { days, untimed } };
  const [answer] = await client.search({ index: indexOf(selection), query: selection.query }, [search], options);
  if (answer instanceof SourceError) {
    throw answer;
  }
  const found = new Map<number, Omit<Slot, 'window'>>();
  for (const { key } of bucketsOf(answer.aggregations, 'days')) {
    // Days of UTC: each touches two of another zone.
    for (const { start } of daysIn({ from: Number(key), to: Number(key) + MS_A_DAY }, timezone)) {
      const [{ to }] = daysIn({ from: start, to: start + 2 * MS_A_DAY }, timezone);
      found.set(start, { block: start, range: { from: start, to } });
    }
  }
  if (found.size > MOST_DAYS) {
    throw new SourceError(
      `${client.place}: "${field}" of "${indexOf(selection)}" spreads over ${found.size.toLocaleString('en-US')} days, more than the ${MOST_DAYS} that are told apart: give a time range.`,
      { status: 400, side: 'downstream' }
    );
  }
  const isUntimed = (numberOf(below(answer.aggregations, 'untimed'), 'doc_count') ?? 0) > 0;
  return [...found.values(), ...(isUntimed ? [{ block: 0, range: null }] : [])];
}

/** The documents of some slots, which all have a range or are one without. */
export function slotsQuery(selection: Selection, slots: readonly Slot[]): unknown {
  const { timeField } = selection;
  const hull = hullOf(slots.map(({ range }) => range));
  if (hull !== null || timeField === undefined) {
    return selectionQuery(selection, hull);
  }
  return { bool: { filter: [selectionQuery(selection, null)], must_not: [{ exists: { field: timeField } }] } };
}
