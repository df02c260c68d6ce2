import type { DistributionRequest, PlanDescription, RequestOptions, TypedFeature } from '../Source';
import { SourceError } from '../SourceError';
import type { ElasticsearchClient } from './client/ElasticsearchClient';
import { describeStore, type Store, UNTOLD } from './client/Store';
import { needsEdges } from './edges/findEdges';
import { placeEdges } from './edges/placeEdges';
import { fieldsOf } from './fields/fieldsOf';
import { type Column, columnOf, withEdges } from './search/Column';
import { requestsFor } from './search/countCells';
import { MOST_ROWS } from './search/sampleRows';
import { hullOf, indexOf, selectionQuery } from './search/selectionQuery';
import { bucketsIn, type Unit, unitsOf } from './search/Unit';

/** What the store told about a request before it is planned. */
interface Known {
  readonly store: Store;
  readonly documents: number;
  readonly indices: number;
  readonly columns: readonly Column[];
}

/** What will be asked of the store; with the number of searches, buckets and documents where those are known. */
export function describePlan(request: DistributionRequest, known?: Known): PlanDescription {
  const { features, windows, segmentBy, frozen } = request;
  const placed = features.filter(({ name, type }) => type === 'numeric' && frozen?.has(name) !== true);
  const texts = features.filter(({ type }) => type === 'text');
  const isPlaced = placed.length > 0;
  const units =
    known === undefined || known.columns.length === 0
      ? []
      : unitsOf(known.columns.map(withUsualEdges), windows, segmentBy.length);
  const counting = texts.length === features.length ? 0 : Math.max(1, requestsFor(units));
  return {
    requests: 3 + (isPlaced ? 4 : 0) + counting + (texts.length === 0 ? 0 : windows.length),
    summary: summaryOf(request, texts, known),
    steps: [
      `fields of ${request.selection.index ?? 'the index'} and their types, and what aliases stand for`,
      ...placing(placed),
      known === undefined ? `counts of ${whatOf(request)}` : countingOf(units, segmentBy.length),
      'once: documents without a time, and the newest few, for what counts would not tell',
      ...samplingOf(request, texts),
      ...(isPlaced ? ['which single numbers are the most frequent, and how often those of either side occur'] : []),
      'where a verdict is left open: again with narrower buckets, up to six times',
    ],
  };
}

function whatOf({ features, windows, segmentBy }: DistributionRequest): string {
  const by = segmentBy.length === 0 ? '' : ` by ${segmentBy.join(', ')}`;
  return `${plural(features.length, 'feature')} over ${plural(windows.length, 'window')}${by}`;
}

function summaryOf(request: DistributionRequest, texts: readonly TypedFeature[], known: Known | undefined): string {
  const where =
    known === undefined
      ? (request.selection.index ?? 'the index')
      : `${count(known.documents)} documents of ${plural(known.indices, 'index', 'indices')}`;
  const read =
    texts.length === 0
      ? 'no document is fetched'
      : `documents are read for ${texts.map(({ name }) => name).join(', ')} alone`;
  return `${describeStore(known?.store ?? UNTOLD)} counts ${whatOf(request)} in ${where}: ${read}`;
}

function placing(placed: readonly TypedFeature[]): string[] {
  return placed.length === 0
    ? []
    : [
        `where the values of ${placed.map(({ name }) => name).join(', ')} lie: percentiles, smallest, largest`,
        'the values themselves, where few differ',
      ];
}

function countingOf(units: readonly Unit[], segmentLevels: number): string {
  const buckets = units.reduce((sum, unit) => sum + bucketsIn(unit), 0);
  const each = segmentLevels === 0 ? '' : ' a segment';
  return `${plural(units.length, 'search', 'searches')} for counts, of about ${count(buckets)} buckets${each}`;
}

function samplingOf({ selection }: DistributionRequest, texts: readonly TypedFeature[]): string[] {
  const { sampling } = selection;
  return [
    ...(sampling === undefined ? [] : [`all of a random ${sampling.probability * 100}% of the documents`]),
    ...(texts.length === 0 ? [] : [`at most ${count(MOST_ROWS)} documents of each window, chosen at random`]),
  ];
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
  const columns = features
    .filter(({ type }) => type !== 'text')
    .map((feature) => columnOf(feature, fields, frozen?.get(feature.name)));
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
