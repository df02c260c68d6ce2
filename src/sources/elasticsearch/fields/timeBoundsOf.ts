import type { Selection } from '../../../query/selection';
import type { TimeRange } from '../../../query/time';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import { type Aggregation, below, numberOf } from '../client/SearchAnswer';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { indexOf, selectionQuery } from '../search/selectionQuery';

export interface TimeBounds extends TimeRange {
  /** Documents so far from all others that they say nothing of when the log begins or ends. */
  readonly strays: number;
  /** The time of one of them. */
  readonly stray?: number;
}

/** So many documents at most, or this share of them, are strays … */
const MOST_STRAYS = 3;
const STRAY_SHARE = 0.001;
/** … if they lie further off than so many times the stretch in which nine tenths of all are … */
const FAR = 3;
/** … which is taken as a day at least. */
const LEAST_SPAN = 86_400_000;

/** By client, and by selection: a query asks for it several times. */
const remembered = new WeakMap<ElasticsearchClient, Map<string, Promise<TimeBounds | null>>>();

/**
 * Time of the first and the last document, without strays: a clock that was reset writes 1970, which is not when the log
 * began. A last one counts as a stray only in the future. Null where there is none, or no field that tells.
 */
export function timeBoundsOf(
  client: ElasticsearchClient,
  selection: Selection,
  options: RequestOptions
): Promise<TimeBounds | null> {
  const known = remembered.get(client) ?? new Map<string, Promise<TimeBounds | null>>();
  remembered.set(client, known);
  const key = JSON.stringify([selection.index, selection.query, selection.timeField]);
  const found = known.get(key) ?? askBounds(client, selection, options);
  known.set(key, found);
  // A client may live on: what comes in later counts too.
  found.then(
    () => setTimeout(() => known.delete(key), REMEMBERED_MS).unref(),
    () => known.delete(key)
  );
  return found;
}

const REMEMBERED_MS = 10_000;

async function askBounds(
  client: ElasticsearchClient,
  selection: Selection,
  options: RequestOptions
): Promise<TimeBounds | null> {
  const { timeField: field } = selection;
  if (field === undefined) {
    return null;
  }
  const spread = { percentiles: { field, percents: [5, 95], keyed: false } };
  const { aggregations, total } = await ask(client, selection, { ...extremes(field), spread }, options);
  const whole = rangeIn(aggregations);
  if (whole === null) {
    return null;
  }
  const [low = whole.from, high = whole.to] = valuesIn(below(aggregations, 'spread'));
  const far = FAR * Math.max(LEAST_SPAN, high - low);
  const [early, late] = [low - far, Math.max(high + far, Date.now() + LEAST_SPAN)];
  if (whole.from >= early && whole.to <= late) {
    return { ...whole, strays: 0 };
  }
  return (await withoutStrays(client, selection, { whole, early, late, total }, options)) ?? { ...whole, strays: 0 };
}

interface Suspected {
  readonly whole: TimeRange;
  readonly early: number;
  readonly late: number;
  readonly total: number;
}

async function withoutStrays(
  client: ElasticsearchClient,
  selection: Selection,
  { whole, early, late, total }: Suspected,
  options: RequestOptions
): Promise<TimeBounds | null> {
  const field = selection.timeField ?? '';
  const within = { range: { [field]: { gte: early, lte: late, format: 'epoch_millis' } } };
  const others = { filter: { bool: { must_not: [within], filter: [{ exists: { field } }] } } };
  const aggs = { within: { filter: within, aggs: extremes(field) }, others };
  const { aggregations } = await ask(client, selection, aggs, options);
  const strays = numberOf(below(aggregations, 'others'), 'doc_count') ?? 0;
  const rest = rangeIn(below(aggregations, 'within'));
  const isFew = strays <= Math.max(MOST_STRAYS, STRAY_SHARE * total);
  // Documents all the way to the stray ones are a log that was slow at first.
  const isApart = rest !== null && (whole.from >= early || rest.from - early > LEAST_SPAN / 2);
  return isFew && isApart ? { ...rest, strays, stray: whole.from < early ? whole.from : whole.to } : null;
}

function extremes(field: string) {
  return { first: { min: { field } }, last: { max: { field } } };
}

async function ask(
  client: ElasticsearchClient,
  selection: Selection,
  aggs: Record<string, unknown>,
  options: RequestOptions
) {
  const search = { query: selectionQuery(selection, null), aggs };
  const [answer] = await client.search({ index: indexOf(selection), query: selection.query }, [search], options);
  if (answer instanceof SourceError) {
    throw answer;
  }
  return answer;
}

function rangeIn(aggregations: Aggregation): TimeRange | null {
  const from = numberOf(below(aggregations, 'first'), 'value');
  const to = numberOf(below(aggregations, 'last'), 'value');
  return from === undefined || to === undefined ? null : { from, to };
}

function valuesIn({ values }: Aggregation): Array<number | undefined> {
  return Array.isArray(values) ? (values as Aggregation[]).map((one) => numberOf(one, 'value')) : [];
}

/** For people; none where there are no strays. */
export function strayNotices(bounds: TimeBounds | null, { index, timeField }: Selection): string[] {
  if (bounds === null || bounds.strays === 0 || bounds.stray === undefined) {
    return [];
  }
  const many = bounds.strays === 1 ? '1 document lies' : `${bounds.strays} documents lie`;
  return [
    `${many} far from all others of "${index}" by "${timeField}" (${iso(bounds.stray)}), and ${bounds.strays === 1 ? 'is' : 'are'} not taken for the start or the end of the log: that is ${iso(bounds.from)} to ${iso(bounds.to)}.`,
  ];
}

function iso(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? String(time) : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
