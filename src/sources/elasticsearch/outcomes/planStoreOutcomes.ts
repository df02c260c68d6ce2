import type { Notice } from '../../Notice';
import type { OutcomesCell, OutcomesPlan, OutcomesRequest, OutcomesSet } from '../../OutcomesRequest';
import type { PlanDescription, RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { fieldsOf } from '../fields/fieldsOf';
import { probe } from '../search/probe';
import { hullOf, indexOf, selectionQuery } from '../search/selectionQuery';
import { unmatchable } from '../search/unmatchable';
import { besidePart } from './besidePart';
import { classesPart } from './classesPart';
import { countParts } from './countParts';
import { delaysPart } from './delaysPart';
import { errorsPart } from './errorsPart';
import { findOddLabels } from './findOddLabels';
import { describeJoined, executeJoined } from './joined/executeJoined';
import { forecastPart } from './forecastParts';
import { intervalPart } from './intervalPart';
import { countedQuery, knownQuery } from './Known';
import { look, type Looked } from './look';
import { type OutcomeFields, outcomeFields } from './OutcomeFields';
import type { OutcomePart } from './OutcomePart';
import { OutcomeRemarks } from './OutcomeRemarks';
import { MOST_RATIO, squaredActuals, squaredErrors } from './productAggs';
import { areComparable } from './rowScript';
import { findCrossed, needsScripts, unlikeNotices, withOrWithoutScripts } from './rowWise';
import { scoreColumns } from './scoreColumns';
import { scoresPart } from './scoresPart';
import { sizeEdges, sizesPart } from './sizesPart';
import { type Slot, slotsOf } from './Slot';

/** What became of predictions, counted by the store where label and prediction are fields of one document. */
export function planStoreOutcomes(request: OutcomesRequest, client: ElasticsearchClient): OutcomesPlan {
  const { selection, windows } = request;
  if (selection.timeField === undefined && windows.some((window) => window !== null)) {
    throw new SourceError('A time range needs a "timeField", to tell when a document was logged.', {
      status: 400,
      side: 'plugin',
    });
  }
  if (request.roles.forecast?.step !== undefined) {
    throw new SourceError(
      'Elasticsearch subtracts no times: write the horizon into the document, and name its field as "forecast.horizon".',
      { status: 400, side: 'plugin' }
    );
  }
  if (request.roles.label.index !== undefined) {
    return { description: describeJoined(request), execute: (options) => executeJoined(request, client, options) };
  }
  return { description: describe(request), execute: (options) => execute(request, client, options) };
}

function describe({ selection, roles, windows, segmentBy }: OutcomesRequest): PlanDescription {
  const { task, scores } = roles;
  const by = segmentBy.length === 0 ? '' : ` by ${segmentBy.join(', ')}`;
  return {
    // One more for quantiles that are crossed.
    requests: (roles.forecast?.quantiles.length ?? 0) > 1 ? 8 : 7,
    summary: `Elasticsearch counts outcomes of ${selection.index ?? 'the index'} by day over ${windows.length} ${windows.length === 1 ? 'window' : 'windows'}${by}: no document is fetched`,
    steps: [
      'fields and their types, and what aliases stand for',
      ...(task === 'classification'
        ? [
            'classes of predictions and labels, and how many different scores there are',
            ...(scores.length === 0 ? [] : [`where the scores of ${scores.join(', ')} lie`]),
            'labels by prediction, and scores by label, of each segment of each day',
          ]
        : ['moments of predicted and actual numbers, and a grid of both, of each segment of each day']),
      ...(roles.label.timeField === undefined ? [] : ['how long labels took']),
      'what is odd about predictions and labels',
    ],
  };
}

async function execute(
  request: OutcomesRequest,
  client: ElasticsearchClient,
  options: RequestOptions
): Promise<OutcomesSet> {
  const { selection, windows, timezone, asOf } = request;
  const index = indexOf(selection);
  const stored = await fieldsOf(client, index, options);
  const fields = outcomeFields(request, stored, stored);
  const range = hullOf(windows);
  const asked = {
    index,
    query: selection.query,
    documents: selectionQuery(selection, range),
    everything: selectionQuery(selection, null),
  };
  const [slots, looked] = await Promise.all([
    slotsOf(client, selection, windows, timezone, options),
    look(client, asked, fields, selection.timeField, options),
  ]);
  const missing = looked.classes?.missing ?? { predictions: [], labels: [] };
  const [known, counted] = [knownQuery(fields, asOf, missing), countedQuery(fields, missing)];
  const remarks = new OutcomeRemarks();
  const { prediction, scores, label } = fields;
  const hold = [...(prediction === undefined ? [] : [prediction]), ...scores.map(({ field }) => field), label];
  const count = async (computes: boolean): Promise<Pick<OutcomesSet, 'cells' | 'findings'>> => {
    const parts = await partsOf(client, request, fields, { looked, slots, known, asked, computes }, options);
    const asking = { selection, fields, counted, parts, slots, segments: looked.segments };
    const findings = computes ? await findCrossed(client, asked, fields.forecasts, options) : {};
    return { cells: await countParts(client, asking, remarks, options), findings };
  };
  const [{ counted: found, computes, notices: scriptless }, odd, told] = await Promise.all([
    withOrWithoutScripts(client, needsScripts(fields), count),
    findOddLabels(client, asked, fields, { timeField: selection.timeField, range, known, counted, missing }, options),
    probe(client, selection, hold, range, options),
  ]);
  const { cells } = found;
  const { reasons, isWhole } = unmatchable(selection.query, stored);
  if (isWhole && cells.length === 0) {
    throw new SourceError(reasons.join(' '), { status: 422, side: 'downstream' });
  }
  const exact = withoutLostErrors(cells, looked);
  const notices: Notice[] = [
    ...remarks.notices(client.place, fields),
    ...scriptless,
    ...(computes ? unlikeNotices(fields.forecasts, label) : []),
    ...reasons,
    ...(looked.classes?.notices ?? []),
    ...exact.notices,
    ...odd.notices,
    ...delayNotice(exact.cells, looked),
    ...(selection.timeField === undefined
      ? ['Without a "timeField" all documents are one block: whether rows of a day hang together is not told.']
      : []),
    ...(selection.sampling === undefined ? [] : ['All documents are counted: outcomes are not sampled.']),
    ...told,
  ];
  return { cells: exact.cells, findings: { ...odd.findings, ...found.findings }, notices };
}

interface Planned {
  readonly looked: Looked;
  readonly slots: readonly Slot[];
  readonly known: unknown;
  readonly asked: Parameters<typeof look>[1];
  /** Whether the store is asked to compute of each document's own fields. */
  readonly computes: boolean;
}

async function partsOf(
  client: ElasticsearchClient,
  request: OutcomesRequest,
  fields: OutcomeFields,
  { looked, slots, known, asked, computes }: Planned,
  options: RequestOptions
): Promise<OutcomePart[]> {
  const { roles, edges } = request;
  const { prediction, label } = fields;
  const { classes, numbers } = looked;
  const delays = delayParts(request, fields, known, looked);
  if (classes !== null) {
    const cells = Math.max(1, slots.length * looked.segments);
    const columns = await scoreColumns(client, asked, fields, looked, { cuts: roles.cuts, edges, cells }, options);
    const scores = columns.map((column, at) => scoresPart(column, at, fields, known, classes));
    const beside =
      looked.rule === null || prediction === undefined
        ? []
        : [besidePart({ prediction, label }, looked.rule, known, classes)];
    return [classesPart(fields, known, classes), ...scores, ...beside, ...delays];
  }
  if (prediction === undefined || numbers === null) {
    return delays;
  }
  const { moments, products } = numbers;
  const deviation = moments === null || moments.rows === 0 ? 0 : Math.sqrt(squaredErrors(moments) / moments.rows);
  const side = deviation > 0 ? deviation / CELLS_A_DEVIATION : null;
  const counting = { products, side, computes };
  const more = forecastPart({ prediction, label }, fields.forecasts, known, counting);
  const { interval, sizes } = fields.forecasts;
  return [
    errorsPart(prediction, label, known, counting),
    ...(more === null ? [] : [more]),
    ...(computes && interval !== undefined && areComparable([interval.lower, interval.upper, label])
      ? [intervalPart(label, interval, known)]
      : []),
    ...(computes && sizes === true ? [sizesPart(prediction, label, known, sizeEdges(deviation))] : []),
    ...delays,
  ];
}

/** With cells of two fifths of the errors' root mean square, bounds of their mean lie a tenth apart. */
const CELLS_A_DEVIATION = 2.5;

/** So few documents have so few hours that they may be told apart, and labels that come within days need it. */
const FEW_DOCUMENTS = 20_000;
const SOON_MS = 3 * 86_400_000;

function delayParts(
  { selection, asOf }: OutcomesRequest,
  fields: OutcomeFields,
  known: unknown,
  looked: Looked
): OutcomePart[] {
  const { classes, latest } = looked;
  const { labelTime } = fields;
  const { timeField } = selection;
  const until = asOf ?? latest;
  if (labelTime === undefined || timeField === undefined || until === null) {
    return [];
  }
  return [delaysPart({ ...fields, labelTime }, known, { timeField, asOf: until, step: stepOf(looked) }, classes)];
}

function stepOf({ delay, documents }: Looked): 'hour' | 'day' {
  return documents <= FEW_DOCUMENTS || Math.abs(delay ?? Infinity) < SOON_MS ? 'hour' : 'day';
}

/** How finely the store tells when labels came: a learned deadline is no finer. Empty where it tells nothing. */
function delayNotice(cells: readonly OutcomesCell[], looked: Looked): string[] {
  const step = stepOf(looked);
  return cells.some(({ outcomes }) => outcomes.delays !== undefined)
    ? [`Label delays are told by the ${step}: ages are too long by less than two ${step}s.`]
    : [];
}

/** Errors of numbers so large beside them that the store's sums lose them are none: of all days, as they hang together. */
function withoutLostErrors(
  cells: readonly OutcomesCell[],
  { numbers }: Looked
): { readonly cells: readonly OutcomesCell[]; readonly notices: readonly string[] } {
  if (numbers === null) {
    return { cells, notices: [] };
  }
  const groups = new Map<string, { actual: number; squares: number }>();
  const keyOf = ({ window, segment }: OutcomesCell) => JSON.stringify([window, segment]);
  for (const cell of cells) {
    const { errors } = cell.outcomes;
    const own = groups.get(keyOf(cell)) ?? { actual: 0, squares: 0 };
    groups.set(keyOf(cell), own);
    own.actual += errors === undefined ? 0 : squaredActuals(errors);
    own.squares += errors === undefined ? 0 : squaredErrors(errors);
  }
  const most = MOST_RATIO[numbers.products];
  const isLost = (cell: OutcomesCell) => {
    const own = groups.get(keyOf(cell));
    return own !== undefined && own.actual > most * own.squares;
  };
  if (!cells.some((cell) => cell.outcomes.errors !== undefined && isLost(cell))) {
    return { cells, notices: [] };
  }
  const share = Math.sqrt(most).toLocaleString('en-US');
  const who = numbers.products === 'matrix' ? 'no sum of squares' : 'no sum of a store without matrix_stats';
  return {
    cells: cells.map((cell) => {
      const { errors: _, ...outcomes } = cell.outcomes;
      return isLost(cell) ? { ...cell, outcomes } : cell;
    }),
    notices: [
      `Errors are smaller than 1/${share} of the numbers themselves (root mean square), which ${who} can tell from 0: they are left out. Subtract a constant from predictions and labels.`,
    ],
  };
}
