import type { DistributionRequest, DistributionSet, Plan, RequestOptions, Unsupported } from '../Source';
import { SourceError } from '../SourceError';
import type { ElasticsearchClient } from './client/ElasticsearchClient';
import { describePlan } from './describePlan';
import { needsEdges, findEdges } from './edges/findEdges';
import { fieldsOf } from './fields/fieldsOf';
import { type Column, requireNumbers } from './search/Column';
import { countCells } from './search/countCells';
import { fittingColumns, unfitCells } from './search/fittingColumns';
import { numbersOfText } from './search/numbersOfText';
import { probe } from './search/probe';
import { Remarks } from './search/Remarks';
import { requireSampler, sampleNotice } from './search/sampled';
import { sampleRows } from './search/sampleRows';
import { hullOf, indexOf, selectionQuery } from './search/selectionQuery';
import { unmatchable } from './search/unmatchable';

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
  const fitting = fittingColumns(request, fields);
  const { columns: wanted, texts } = fitting;
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
  const probed = probe(
    client,
    selection,
    columns.map(({ field }) => field),
    hullOf(windows),
    options
  );
  const [cells, told] = await Promise.all([
    columns.length === 0 ? [] : countCells(client, { selection, columns, windows, segments }, remarks, options),
    probed,
  ]);
  const { reasons, isWhole } = unmatchable(selection.query, fields);
  if (isWhole && columns.length > 0 && cells.length === 0) {
    throw new SourceError(reasons.join(' '), { status: 422, side: 'downstream' });
  }
  const notices = [
    ...(sampling === undefined ? [] : [sampleNotice(sampling)]),
    ...remarks.notices(client.place),
    ...(isWhole && cells.length > 0 ? [] : reasons),
    ...told,
  ];
  const numbers = numbersOfText(cells, columns);
  requireNumbers(numbers.cells, columns, fields);
  const unlisted = columns.filter(({ feature }) => numbers.unlisted.has(feature.name));
  const isRefused = unlisted.length > 0 && windows.length > MOST_WINDOWS_READ;
  const set = {
    cells: [...numbers.cells, ...unfitCells(fitting, numbers.cells, windows)],
    notices: [...notices, ...numbers.notices, ...(isRefused ? [tooManyWindows(unlisted)] : [])],
  };
  const read = [...texts, ...(isRefused ? [] : unlisted)];
  if (read.length === 0) {
    return set;
  }
  const rows = await sampleRows(client, request, read, segments, options);
  return { cells: [...set.cells, ...rows.cells], notices: [...set.notices, ...rows.notices] };
}

/** Windows in each of which documents are read for numbers in text: a request each. */
const MOST_WINDOWS_READ = 64;

function tooManyWindows(columns: readonly Column[]): string {
  const names = columns.map(({ feature }) => feature.name).join(', ');
  return `${names}: too many different numbers as texts to be counted, and too many windows to read documents in each: not looked at. Use longer windows, or map them as numbers.`;
}
