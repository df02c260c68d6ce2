import { collectGarbage } from '../../memory/collectGarbage';
import { memory } from '../../memory/Memory';
import { TooMuchMemory } from '../../memory/TooMuchMemory';
import type { OutcomesPlan, OutcomesRequest, OutcomesSet } from '../../OutcomesRequest';
import type { PlanDescription, RequestOptions } from '../../Source';
import { badRequest } from '../fileError';
import type { OpenTable, WholeReading } from '../readWhole';
import { SpillFile } from '../spill/SpillFile';
import { spillLimits } from '../spill/spillLimits';
import { bytesOfRow, countFileOutcomes, type GivenLabels } from './countFileOutcomes';
import { partitionLabels } from './partitioned/partitionLabels';
import { keyOf, readLabels } from './readLabels';

/** Reads one state of the file of a path. */
export type ReadPath = <Result>(
  path: string | undefined,
  read: (opened: OpenTable) => Promise<Result>,
  signal?: AbortSignal
) => Promise<WholeReading<Result>>;

/** Predictions and labels in one pass over their file; labels of another file are read before, and found by their key. */
export function planFileOutcomes(request: OutcomesRequest, read: ReadPath): OutcomesPlan {
  const { selection, roles } = request;
  const { label } = roles;
  if (roles.task === 'regression' && roles.prediction === undefined) {
    throw badRequest('A forecast needs "prediction": the column of the predicted number.');
  }
  const key = label.path === undefined ? undefined : keyOf(label);
  const count = async (labels: GivenLabels, options: RequestOptions) => {
    const { result, notices } = await read(
      selection.path,
      (opened) => countFileOutcomes(opened, request, labels, options),
      options.signal
    );
    return { ...result, notices: [...result.notices, ...notices] };
  };
  return {
    description: describe(request),
    async execute(options) {
      if (key === undefined) {
        return count({ kind: 'beside' }, options);
      }
      try {
        const { result, notices } = await read(
          label.path,
          (opened) => readLabels(opened, roles, key, options),
          options.signal
        );
        requireRoom(request, result.keys.values.length);
        return withNotices(await count({ kind: 'table', table: result }, options), notices);
      } catch (error) {
        if (!(error instanceof TooMuchMemory) || looksBack(roles)) {
          throw error;
        }
      }
      return countInParts(request, key, { read, count }, options);
    },
  };
}

/** Throws where the labels alone take more than a query may: before the predictions are read for nothing. */
function requireRoom(request: OutcomesRequest, labels: number): void {
  const hold = memory().hold();
  try {
    hold.take(labels * bytesOfRow(request, true), `Joining ${request.selection.path ?? 'a file'} with its labels`);
  } finally {
    hold.release();
  }
}

interface Reading {
  readonly read: ReadPath;
  readonly count: (labels: GivenLabels, options: RequestOptions) => Promise<OutcomesSet>;
}

/** With temporary files, which are closed in any case: keys that do not fit into memory are joined part by part. */
async function countInParts(
  { selection, roles }: OutcomesRequest,
  key: string,
  { read, count }: Reading,
  options: RequestOptions
): Promise<OutcomesSet> {
  collectGarbage();
  const spill = new SpillFile(`Joining ${selection.path ?? 'a file'} with ${roles.label.path ?? 'labels'}`);
  try {
    const { result: parts, notices } = await read(
      roles.label.path,
      (opened) => partitionLabels(opened, roles, key, spill, options),
      options.signal
    );
    return withNotices(await count({ kind: 'parts', parts, spill }, options), notices);
  } finally {
    await spill.close();
  }
}

function withNotices(set: OutcomesSet, more: readonly string[]): OutcomesSet {
  return { ...set, notices: [...set.notices, ...more] };
}

/** Whether all labels are needed at once, for forecasts by what was known before. */
function looksBack({ forecast }: OutcomesRequest['roles']): boolean {
  return forecast?.season !== undefined || typeof forecast?.naive === 'string';
}

function describe({ selection, roles, segmentBy }: OutcomesRequest): PlanDescription {
  const { prediction, scores, label, task } = roles;
  const { path = 'a file' } = selection;
  const own = [
    ...(prediction === undefined ? [] : [`column ${prediction}: the prediction`]),
    ...(task === 'regression' ? [] : scores.map((name) => `column ${name}: a score`)),
    ...segmentBy.map((name) => `column ${name}: segments`),
    ...(label.key === undefined ? [] : [`column ${label.key}: the key`]),
  ];
  const labels = [
    `column ${label.field}: the label`,
    ...(label.timeField === undefined ? [] : [`column ${label.timeField}: when the label was known`]),
  ];
  const counts = `counts outcomes by ${selection.timeField === undefined ? 'stretch of rows' : 'day'}`;
  if (label.path === undefined) {
    const steps = [...own, ...labels];
    return { requests: 1, summary: `Reads ${steps.length} columns of ${path} and ${counts}`, steps };
  }
  const most = Math.floor(spillLimits(process.env).bytes / 2 ** 20).toLocaleString('en-US');
  return {
    requests: 2,
    summary: `Reads labels from ${label.path}, finds the prediction of each in ${path} by ${label.key ?? 'its key'} and ${counts}`,
    steps: [
      ...labels.map((step) => `${label.path}, ${step}`),
      ...own.map((step) => `${path}, ${step}`),
      ...(looksBack(roles)
        ? []
        : [`where both don't fit into memory: column by column, by a temporary file of at most ${most} MB`]),
    ],
  };
}
