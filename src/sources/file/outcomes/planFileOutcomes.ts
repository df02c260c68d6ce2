import type { OutcomesPlan, OutcomesRequest } from '../../OutcomesRequest';
import type { PlanDescription } from '../../Source';
import { badRequest } from '../fileError';
import type { OpenTable, WholeReading } from '../readWhole';
import { countFileOutcomes } from './countFileOutcomes';
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
  return {
    description: describe(request),
    async execute(options) {
      const { signal } = options;
      const labels =
        key === undefined ? null : await read(label.path, (opened) => readLabels(opened, roles, key, options), signal);
      const { result, notices } = await read(
        selection.path,
        (opened) => countFileOutcomes(opened, request, labels?.result ?? null, options),
        signal
      );
      return { ...result, notices: [...result.notices, ...(labels?.notices ?? []), ...notices] };
    },
  };
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
  return {
    requests: 2,
    summary: `Reads labels from ${label.path}, finds the prediction of each in ${path} by ${label.key ?? 'its key'} and ${counts}`,
    steps: [...labels.map((step) => `${label.path}, ${step}`), ...own.map((step) => `${path}, ${step}`)],
  };
}
