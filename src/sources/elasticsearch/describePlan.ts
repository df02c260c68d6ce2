import type { DistributionRequest, PlanDescription, RequestOptions } from '../Source';
import { SourceError } from '../SourceError';
import type { ElasticsearchClient } from './client/ElasticsearchClient';
import { describeStore, type Store, UNTOLD } from './client/Store';
import { needsEdges } from './edges/findEdges';
import { placeEdges } from './edges/placeEdges';
import { fieldsOf } from './fields/fieldsOf';
import { type Column, columnOf, withEdges } from './search/Column';
import { requestsFor } from './search/countCells';
import { hullOf, indexOf, selectionQuery } from './search/selectionQuery';
import { bucketsIn, unitsOf } from './search/Unit';

/** What the store told about a request before it is planned. */
interface Known {
  readonly store: Store;
  readonly documents: number;
  readonly indices: number;
  readonly columns: readonly Column[];
}

/** What will be asked of the store; with the number of searches, buckets and documents where those are known. */
export function describePlan(request: DistributionRequest, known?: Known): PlanDescription {
  const { selection, features, windows, segmentBy, frozen } = request;
  const placed = features.filter(({ name, type }) => type === 'numeric' && frozen?.has(name) !== true);
  const by = segmentBy.length === 0 ? '' : ` by ${segmentBy.join(', ')}`;
  const what = `${plural(features.length, 'feature')} over ${plural(windows.length, 'window')}${by}`;
  const units = known === undefined ? [] : unitsOf(known.columns.map(withUsualEdges), windows, segmentBy.length);
  const counting = Math.max(1, requestsFor(units));
  const buckets = units.reduce((sum, unit) => sum + bucketsIn(unit), 0);
  const each = segmentBy.length === 0 ? '' : ' a segment';
  return {
    requests: 1 + (placed.length === 0 ? 0 : 2) + counting,
    summary: `${describeStore(known?.store ?? UNTOLD)} counts ${what} in ${
      known === undefined
        ? (selection.index ?? 'an index')
        : `${count(known.documents)} documents of ${plural(known.indices, 'index', 'indices')}`
    }: no document is fetched`,
    steps: [
      `fields of ${selection.index ?? 'the index'} and their types`,
      ...(placed.length === 0
        ? []
        : [
            `where the values of ${placed.map(({ name }) => name).join(', ')} lie: percentiles, smallest, largest`,
            'the values themselves, where few differ',
          ]),
      known === undefined
        ? `counts of ${what}`
        : `${plural(units.length, 'search', 'searches')} for counts, of about ${count(buckets)} buckets${each}`,
      'where a verdict is left open: again with narrower buckets, up to six times',
    ],
  };
}

/** A plan's description once the store has told what the fields are and how many documents match. */
export async function explainElasticsearch(
  request: DistributionRequest,
  client: ElasticsearchClient,
  options: RequestOptions
): Promise<PlanDescription> {
  const { selection, windows, features, segmentBy, frozen } = request;
  const index = indexOf(selection);
  const fields = await fieldsOf(client, index, options);
  segmentBy.forEach((name) => fields.getPlain(name));
  const columns = features.map((feature) => columnOf(feature, fields, frozen?.get(feature.name)));
  const query = selectionQuery(selection, hullOf(windows));
  const [answer] = await client.search({ index, query: selection.query }, [{ query, aggs: {} }], options);
  if (answer instanceof SourceError) {
    throw answer;
  }
  const store = await client.store(options);
  return describePlan(request, { store, documents: answer.total, indices: fields.indices.length, columns });
}

/** As many edges as are placed where values differ much. */
const USUAL_EDGES = placeEdges({ minimum: 0, maximum: 1, quantiles: Array.from({ length: 127 }, (_, i) => i / 127) });

function withUsualEdges(column: Column): Column {
  return needsEdges(column) ? withEdges(column, USUAL_EDGES) : column;
}

function plural(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
