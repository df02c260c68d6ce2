import type { DistributionRequest, DistributionSet, Plan, RequestOptions, TypedFeature, Unsupported } from '../Source';
import type { ElasticsearchClient } from './client/ElasticsearchClient';
import { describePlan } from './describePlan';
import { needsEdges, findEdges } from './edges/findEdges';
import { fieldsOf, type StoreFields } from './fields/fieldsOf';
import { columnOf, textColumnOf } from './search/Column';
import { countCells } from './search/countCells';
import { Remarks } from './search/Remarks';
import { requireSampler, sampleNotice } from './search/sampled';
import { sampleRows } from './search/sampleRows';
import { hullOf, indexOf, selectionQuery } from './search/selectionQuery';

/**
 * Edges are placed once by where the values lie; then counts alone travel, of all windows and segments at once. Texts, which
 * can't be counted, come from a bounded sample of documents.
 */
export function planElasticsearch(request: DistributionRequest, client: ElasticsearchClient): Plan | Unsupported {
  const { selection, windows } = request;
  if (selection.timeField === undefined && windows.some((window) => window !== null)) {
    return { unsupported: 'A time range needs a "timeField", to tell when a document was logged.' };
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
  const isRead = (feature: TypedFeature) => isReadFrom(feature, fields);
  const texts = request.features.filter((feature) => isRead(feature) && feature.texts !== 'skip');
  const countable = request.features.filter((feature) => !isRead(feature));
  const wanted = countable.map((feature) => columnOf(feature, fields, request.frozen?.get(feature.name)));
  const segments = request.segmentBy.map((name) => fields.getPlain(name));
  if (selection.timeField !== undefined) {
    fields.getPlain(selection.timeField);
  }
  const { sampling } = selection;
  if (sampling !== undefined) {
    await requireSampler(client, options);
  }
  const documents = selectionQuery(selection, hullOf(windows));
  const columns = wanted.some(needsEdges)
    ? await findEdges(client, { index, query: selection.query, sampling }, documents, wanted, options)
    : wanted;
  const remarks = new Remarks();
  const cells =
    columns.length === 0 ? [] : await countCells(client, { selection, columns, windows, segments }, remarks, options);
  const notices = [...(sampling === undefined ? [] : [sampleNotice(sampling)]), ...remarks.notices(client.place)];
  if (texts.length === 0) {
    return { cells, notices };
  }
  const rows = await sampleRows(
    client,
    request,
    texts.map((one) => textColumnOf(one, fields)),
    segments,
    options
  );
  return { cells: [...cells, ...rows.cells], notices: [...notices, ...rows.notices] };
}

/** The lengths of texts always are, and texts that no keyword field holds. */
function isReadFrom({ name, field, type, texts }: TypedFeature, fields: StoreFields): boolean {
  return type === 'text' || (texts !== undefined && fields.get(field ?? name).kind === 'text');
}
