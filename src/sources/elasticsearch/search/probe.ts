import type { Selection } from '../../../query/selection';
import type { TimeRange } from '../../../query/time';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient, Search } from '../client/ElasticsearchClient';
import { below, numberOf } from '../client/SearchAnswer';
import type { StoreField } from '../fields/StoreField';
import { indexOf, selectionQuery } from './selectionQuery';
import { lossesIn } from './lossesIn';

/** Documents that are looked at, the newest ones. */
const LOOKED_AT = 40;
/** Stores refuse to read more than 100 fields of documents at once, unless told otherwise. */
const FIELDS_AT_ONCE = 100;

interface Probed {
  readonly names: ReadonlySet<string>;
  readonly notices: Promise<readonly string[]>;
}

/** By client, selection and stretch of time: one side of a query asks once, however many windows and rounds it has. */
const remembered = new WeakMap<ElasticsearchClient, Map<string, Probed>>();

/**
 * What no count tells: documents without a time, which are in no window but the whole, or with several, which are in several,
 * and values that the store holds otherwise than they were written, found in the source of a few documents. One request a side of a query; notices for people.
 */
export function probe(
  client: ElasticsearchClient,
  selection: Selection,
  fields: readonly StoreField[],
  range: TimeRange | null,
  options: RequestOptions
): Promise<readonly string[]> {
  const known = remembered.get(client) ?? new Map<string, Probed>();
  remembered.set(client, known);
  const key = JSON.stringify([selection.index, selection.query, selection.timeField, range]);
  const last = known.get(key);
  const names = new Set(fields.map(({ name }) => name));
  if (last !== undefined && [...names].every((name) => last.names.has(name))) {
    return last.notices;
  }
  const notices = ask(client, selection, fields, range, options);
  known.set(key, { names, notices });
  notices.catch(() => known.delete(key));
  return notices;
}

async function ask(
  client: ElasticsearchClient,
  selection: Selection,
  fields: readonly StoreField[],
  range: TimeRange | null,
  options: RequestOptions
): Promise<readonly string[]> {
  const { timeField } = selection;
  const { product } = await client.store(options);
  const suspects = fields.filter((field) => canLose(field, product));
  const groups = groupsOf(suspects, FIELDS_AT_ONCE);
  const looks = groups.map((group) => lookAt(selection, group, range));
  const ofTimes =
    timeField === undefined ? [] : [withoutTime(selection, timeField), times(selection, timeField, range)];
  const searches = [...ofTimes, ...looks];
  if (searches.length === 0) {
    return [];
  }
  const answers = await client.search({ index: indexOf(selection), query: selection.query }, searches, options);
  const found = answers.map((answer) => {
    if (answer instanceof SourceError) {
      throw answer;
    }
    return answer;
  });
  const untimed = timeField === undefined ? 0 : found[0].total;
  const several =
    timeField === undefined ? 0 : (numberOf(below(found[1].aggregations, 'times'), 'value') ?? 0) - found[1].total;
  const losses = groups.flatMap((group, i) => lossesIn(found[ofTimes.length + i].rows ?? [], group));
  return [
    ...(untimed === 0
      ? []
      : [
          `${untimed.toLocaleString('en-US')} ${untimed === 1 ? 'document' : 'documents'} of "${indexOf(selection)}" have no "${timeField}" that the store can read: ${range === null ? 'they count in the whole, and in no window of time' : 'they are in no window'}.`,
        ]),
    ...(several > 0
      ? [`Documents of "${indexOf(selection)}" hold several times in "${timeField}", and count in the window of each.`]
      : []),
    ...losses,
  ];
}

function groupsOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

/** Whole numbers, which a mapping cuts others to; on OpenSearch keywords too, which forgets those that were too long. */
function canLose({ kind, counted, name, nested, since }: StoreField, product: string): boolean {
  const isKeyword = kind === 'keyword' && counted === name && product === 'OpenSearch';
  return nested === undefined && since === undefined && (kind === 'integer' || isKeyword);
}

function withoutTime(selection: Selection, field: string): Search {
  return {
    query: { bool: { filter: [selectionQuery(selection, null)], must_not: [{ exists: { field } }] } },
    aggs: {},
  };
}

/** How many times documents hold: more than there are documents where some hold several. */
function times(selection: Selection, field: string, range: TimeRange | null): Search {
  return { query: selectionQuery(selection, range), aggs: { times: { value_count: { field } } } };
}

function lookAt(selection: Selection, fields: readonly StoreField[], range: TimeRange | null): Search {
  const { timeField } = selection;
  const names = fields.map(({ name }) => name);
  const sort = timeField === undefined ? undefined : [{ [timeField]: { order: 'desc', unmapped_type: 'date' } }];
  return {
    query: selectionQuery(selection, range),
    aggs: {},
    rows: {
      size: LOOKED_AT,
      docvalue_fields: names,
      _source: fields.map(({ name, stored = name }) => stored),
      ...(sort && { sort }),
    },
  };
}
