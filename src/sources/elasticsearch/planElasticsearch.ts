import type {
  DistributionRequest,
  DistributionSet,
  Plan,
  PlanDescription,
  RequestOptions,
  Unsupported,
} from '../Source';
import type { ElasticsearchClient } from './client/ElasticsearchClient';
import { needsEdges, findEdges } from './edges/findEdges';
import { fieldsOf } from './fields/fieldsOf';
import { columnOf } from './search/Column';
import { countCells } from './search/countCells';
import { Remarks } from './search/Remarks';
import { hullOf, indexOf, selectionQuery } from './search/selectionQuery';

/** Edges are placed once by where the values lie; then counts alone travel, of all windows and segments at once. */
export function planElasticsearch(request: DistributionRequest, client: ElasticsearchClient): Plan | Unsupported {
  const { selection, windows, features } = request;
  if (selection.timeField === undefined && windows.some((window) => window !== null)) {
    return { unsupported: 'A time range needs a "timeField", to tell when a document was logged.' };
  }
  const text = features.find(({ type }) => type === 'text');
  if (text !== undefined) {
    return { unsupported: `"${text.name}" is text, which Elasticsearch can't count: choose a keyword field.` };
  }
  return { description: describePlan(request), execute: (options) => execute(request, client, options) };
}

function describePlan({ selection, features, windows, segmentBy, frozen }: DistributionRequest): PlanDescription {
  const placed = features.filter(({ name, type }) => type === 'numeric' && frozen?.has(name) !== true);
  const over = `${windows.length} ${windows.length === 1 ? 'window' : 'windows'}`;
  const by = segmentBy.length === 0 ? '' : ` by ${segmentBy.join(', ')}`;
  const steps = [
    'fields and their types',
    ...(placed.length === 0 ? [] : [`where the values of ${placed.map(({ name }) => name).join(', ')} lie`]),
    `counts of ${features.length} features in ${over}${by}`,
  ];
  return {
    requests: steps.length,
    summary: `Counts in ${selection.index ?? 'an index'}, without fetching a row`,
    steps,
  };
}

async function execute(
  request: DistributionRequest,
  client: ElasticsearchClient,
  options: RequestOptions
): Promise<DistributionSet> {
  const { selection, windows } = request;
  const index = indexOf(selection);
  const fields = await fieldsOf(client, index, options);
  const wanted = request.features.map((feature) => columnOf(feature, fields, request.frozen?.get(feature.name)));
  const segments = request.segmentBy.map((name) => fields.get(name));
  if (selection.timeField !== undefined) {
    fields.get(selection.timeField);
  }
  const documents = selectionQuery(selection, hullOf(windows));
  const columns = wanted.some(needsEdges)
    ? await findEdges(client, { index, query: selection.query }, documents, wanted, options)
    : wanted;
  const remarks = new Remarks();
  const cells = await countCells(client, { selection, columns, windows, segments }, remarks, options);
  return { cells, notices: remarks.notices(client.place) };
}
