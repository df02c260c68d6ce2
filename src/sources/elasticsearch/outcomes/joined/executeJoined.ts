import { type Notice, warning } from '../../../Notice';
import type { LabelFindings, OutcomesRequest, OutcomesSet } from '../../../OutcomesRequest';
import type { PlanDescription, RequestOptions } from '../../../Source';
import { SourceError } from '../../../SourceError';
import type { ElasticsearchClient } from '../../client/ElasticsearchClient';
import { fieldsOf } from '../../fields/fieldsOf';
import { probe } from '../../search/probe';
import { hullOf, indexOf, selectionQuery } from '../../search/selectionQuery';
import { unmatchable } from '../../search/unmatchable';
import { findOddLabels } from '../findOddLabels';
import { countedQuery, knownQuery } from '../Known';
import { keyIn, outcomeFields } from '../OutcomeFields';
import { lookupJoin } from '../lookup/lookupJoin';
import { OutcomeRemarks } from '../OutcomeRemarks';
import { unkeptLabels } from '../unkeptLabels';
import { fetchLabels, type Labels } from './fetchLabels';
import { fetchPredictions, type Predictions } from './fetchPredictions';
import { countJoined } from './joinedRows';
import { type Orphans, orphanLabels } from './orphanLabels';

export function describeJoined({ selection, roles, windows }: OutcomesRequest): PlanDescription {
  const { index, key } = roles.label;
  return {
    requests: 10 + 5 * windows.length,
    summary: `Labels of ${index ?? 'another index'} are joined by ${key ?? 'a key'} with at most 20,000 predictions of ${selection.index ?? 'the index'} in each window, or with all of them where the store has LOOKUP JOIN`,
    steps: [
      'fields of both indices',
      'where Elasticsearch is 8.18 or later, asked directly, and the labels are in an index in lookup mode: outcomes of each day by LOOKUP JOIN, and nothing else but labels without a prediction',
      'how many keys each window has',
      'the latest prediction of each key, of one part of the keys where there are many',
      'the latest label of each of these keys',
      'labels without a prediction',
    ],
  };
}

/** Where the store joins, none travels. */
const NO_PREDICTIONS: Predictions = { found: [], repeated: 0, withoutKey: 0, samples: [] };

/** Nothing is known yet of how missing values are written: rows are read for that, as those of files. */
const NONE = { predictions: [], labels: [] };

/**
 * Outcomes of predictions whose labels are documents of another index, found by key: of a random sample of the keys of each
 * window where there are many. They travel, and are counted here as the rows of a file are.
 */
export async function executeJoined(
  request: OutcomesRequest,
  client: ElasticsearchClient,
  options: RequestOptions
): Promise<OutcomesSet> {
  const { selection, windows, roles, asOf } = request;
  const index = indexOf(selection);
  const { index: labelIndex, key: keyName } = roles.label;
  if (labelIndex === undefined || keyName === undefined) {
    throw new SourceError('Labels of another index need "key": the field that names the prediction on both sides.', {
      status: 400,
      side: 'plugin',
    });
  }
  const [stored, labelled] = await Promise.all([
    fieldsOf(client, index, options),
    fieldsOf(client, labelIndex, options),
  ]);
  const fields = outcomeFields(request, stored, labelled);
  const key = keyIn(stored, keyName);
  const place = { index: labelIndex, key: keyIn(labelled, keyName), label: fields.label, labelTime: fields.labelTime };
  const time = selection.timeField === undefined ? undefined : stored.getPlain(selection.timeField);
  const counted = countedQuery({ ...fields, label: undefined }, NONE);
  const known = knownQuery(fields, asOf, NONE);
  const range = hullOf(windows);
  const documents = selectionQuery(selection, range);
  const asked = { index, query: selection.query, documents, everything: selectionQuery(selection, null) };
  const { prediction, scores, segments, label, labelTime } = fields;
  const looked = await lookupJoin(
    client,
    request,
    { key, prediction, scores, segments, time, label, labelTime, labelIndex, labelKey: place.key },
    counted,
    options
  );
  const isLooked = typeof looked === 'object' && looked !== null;
  const predictions = isLooked
    ? NO_PREDICTIONS
    : await fetchPredictions(client, { selection, windows, fields: { ...fields, key }, counted, time }, options);
  const keys = [...new Set(predictions.found.map((one) => one.key))];
  const hold = [...(prediction === undefined ? [] : [prediction]), ...scores.map(({ field }) => field)];
  const [labels, orphans, odd, unkept, told] = await Promise.all([
    fetchLabels(client, { ...place, known }, keys, options),
    orphanLabels(client, { ...place, known }, { index, key, counted }, options),
    findOddLabels(
      client,
      asked,
      { ...fields, label: undefined, key: undefined },
      { range, counted, missing: NONE },
      options
    ),
    unkeptLabels(client, place, options),
    probe(client, selection, hold, range, options),
  ]);
  const { reasons, isWhole } = unmatchable(selection.query, stored);
  if (isWhole && (isLooked ? looked.predictions : predictions.found.length) === 0) {
    throw new SourceError(reasons.join(' '), { status: 422, side: 'downstream' });
  }
  const said = [...new OutcomeRemarks().notices(client.place, fields), ...reasons];
  if (isLooked) {
    return {
      cells: looked.cells,
      findings: {
        ...odd.findings,
        ...looked.findings,
        ...unkept.findings,
        ...keyFindings(predictions, labels, orphans),
      },
      notices: [
        `${client.place} joined labels of "${labelIndex}" by "${keyName}" with all ${count(looked.predictions)} predictions (LOOKUP JOIN).`,
        ...withoutKeyNotices(looked.withoutKey, keyName),
        ...orphanNotices(orphans, request),
        ...said,
        ...looked.notices,
        ...unkept.notices,
        ...told,
      ],
    };
  }
  const rows = {
    predictions: predictions.found,
    labels,
    fields,
    time,
    shown: `"${index}"`,
    labelsShown: `"${labelIndex}"`,
  };
  const set = await countJoined(request, rows);
  // Events of labels in the predictions' own index are no predictions that lack something.
  const missing = index === labelIndex ? undefined : odd.findings.missing;
  const { missing: _, ...own } = set.findings;
  return {
    cells: set.cells,
    findings: {
      ...own,
      ...unkept.findings,
      ...(missing && { missing }),
      ...keyFindings(predictions, labels, orphans),
    },
    notices: [
      ...sampleNotices(predictions, labels, request),
      ...(looked === null ? [] : [`The store’s own LOOKUP JOIN was not used: ${looked}.`]),
      ...orphanNotices(orphans, request),
      ...said,
      ...set.notices,
      ...unkept.notices,
      ...told,
    ],
  };
}

function keyFindings({ repeated }: Predictions, { revised }: Labels, orphans: Orphans): LabelFindings {
  return {
    ...(repeated > 0 && { repeatedKeys: repeated }),
    ...(revised > 0 && { revised }),
    ...(orphans.isAll && orphans.rows > 0 && { withoutPrediction: orphans.rows }),
  };
}

function sampleNotices(
  { found, samples, withoutKey }: Predictions,
  { byKey }: Labels,
  { roles, windows }: OutcomesRequest
): Notice[] {
  const { index, key } = roles.label;
  const taken = samples.reduce((sum, sample) => sum + sample.taken, 0);
  const all = samples.reduce((sum, sample) => sum + sample.keys, 0);
  const partitions = [...new Set(samples.map((sample) => sample.partitions))].sort((a, b) => a - b).join(', ');
  const where = windows.length === 1 ? '' : ` in ${count(samples.length)} of ${count(windows.length)} windows`;
  return [
    samples.length === 0
      ? `Labels of "${index}" were joined by "${key}" with all ${count(found.length)} predictions: ${count(byKey.size)} keys have one.`
      : `Labels of "${index}" were joined by "${key}" with a random sample of predictions: ${count(taken)} of about ${count(all)} keys${where} (one of ${partitions} parts by the hash of the key). Rows, shares and findings are those of the sample.`,
    ...withoutKeyNotices(withoutKey, key),
  ];
}

function withoutKeyNotices(withoutKey: number, key: string | undefined): Notice[] {
  return withoutKey === 0
    ? []
    : [
        `${count(withoutKey)} ${withoutKey === 1 ? 'prediction has' : 'predictions have'} no "${key}" and can't be labelled: left out.`,
      ];
}

function orphanNotices({ keys, lookedFor, isAll }: Orphans, { roles, selection }: OutcomesRequest): Notice[] {
  const { index, key } = roles.label;
  if (keys === 0) {
    return [];
  }
  if (keys === lookedFor) {
    return [
      warning(
        `No key in "${key}" of "${index}" occurs in "${indexOf(selection)}"${isAll ? '' : ` (${count(lookedFor)} were looked for)`}. Check that both fields hold the same ids.`
      ),
    ];
  }
  return isAll
    ? []
    : [
        `${count(keys)} of ${count(lookedFor)} keys of "${index}" that were looked for have no prediction in "${indexOf(selection)}".`,
      ];
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
