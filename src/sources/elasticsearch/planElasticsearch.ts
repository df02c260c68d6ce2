import type { DistributionRequest, DistributionSet, Plan, RequestOptions, Unsupported } from '../Source';
import type { ElasticsearchClient } from './client/ElasticsearchClient';
import { describePlan } from './describePlan';
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

async function execute(
  request: DistributionRequest,
  client: ElasticsearchClient,
  options: RequestOptions
): Promise<DistributionSet> {
  const { selection, windows } = request;
  const index = indexOf(selection);
  const fields = await fieldsOf(client, index, options);
  const wanted = request.features.map((feature) => columnOf(feature, fields, request.frozen?.get(feature.name)));
  const segments = request.segmentBy.map((name) => fields.getPlain(name));
  if (selection.timeField !== undefined) {
    fields.getPlain(selection.timeField);
  }
  const documents = selectionQuery(selection, hullOf(windows));
  const columns = wanted.some(needsEdges)
    ? await findEdges(client, { index, query: selection.query }, documents, wanted, options)
    : wanted;
  const remarks = new Remarks();
  const cells = await countCells(client, { selection, columns, windows, segments }, remarks, options);
  return { cells, notices: remarks.notices(client.place) };
}
