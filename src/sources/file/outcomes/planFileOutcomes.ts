import { badRequest } from '../fileError';
import type { OutcomesCell, OutcomesPlan, OutcomesRequest, OutcomesSet } from '../../OutcomesRequest';
import type { PlanDescription, RequestOptions } from '../../Source';
import { asText } from '../columns/asText';
import type { SegmentColumn } from '../group/splitBySegment';
import type { ColumnRequest } from '../readers/TableFile';
import type { OpenTable, ReadWhole } from '../readWhole';
import { readRowTimes } from '../readTimes';
import { selectionNotices, selectRows, type SelectedRows } from '../selectRows';
import { cellRows } from './cellRows';
import { outcomesCounter } from './countOutcomes';
import { labelTimes } from './labelTimes';
import { readOutcomeRows, type LabelCells } from './readOutcomeRows';

/** Predictions and labels of one file in one pass over its rows. */
export function planFileOutcomes(request: OutcomesRequest, read: ReadWhole): OutcomesPlan {
  const { selection, roles } = request;
  if (roles.task === 'regression' && roles.prediction === undefined) {
    throw badRequest('A forecast needs "prediction": the column of the predicted number.');
  }
  if (roles.label.path !== undefined && roles.label.path !== selection.path) {
    throw badRequest("Labels of another file can't be joined yet: write them into the rows of the predictions.");
  }
  return {
    description: describe(request),
    async execute(options) {
      const { result, notices } = await read((opened) => countRows(opened, request, options), options.signal);
      return { ...result, notices: [...result.notices, ...notices] };
    },
  };

  async function countRows({ table, shown }: OpenTable, asked: OutcomesRequest, options: RequestOptions) {
    const wanted = { early: columnsOf(asked) };
    const selected = await selectRows(table, shown, selection, asked.windows, wanted, options);
    return outcomes(asked, selected, shown, labelsInRows(asked, selected, shown), options);
  }
}

function describe({ selection, roles, segmentBy, versionField }: OutcomesRequest): PlanDescription {
  const { prediction, scores, label, task } = roles;
  const named = [
    ...(prediction === undefined ? [] : [`column ${prediction}: the prediction`]),
    ...(task === 'regression' ? [] : scores.map((name) => `column ${name}: a score`)),
    `column ${label.field}: the label`,
    ...(label.timeField === undefined ? [] : [`column ${label.timeField}: when the label was known`]),
    ...segmentBy.map((name) => `column ${name}: segments`),
    ...(versionField === undefined ? [] : [`column ${versionField}: versions`]),
  ];
  return {
    requests: 1,
    summary: `Reads ${named.length} columns of ${selection.path ?? 'a file'} and counts outcomes by ${selection.timeField === undefined ? 'stretch of rows' : 'day'}`,
    steps: named,
  };
}

/** What is read of the predictions' file. */
function columnsOf({ roles, segmentBy, versionField }: OutcomesRequest): ColumnRequest[] {
  const { prediction, scores, label, task } = roles;
  const isText = task === 'classification';
  return [
    ...(prediction === undefined ? [] : [{ name: prediction, text: isText }]),
    ...(isText ? scores.map((name) => ({ name, text: false })) : []),
    { name: label.field, text: isText },
    ...(label.timeField === undefined ? [] : [{ name: label.timeField, text: false, times: true }]),
    ...[...segmentBy, ...(versionField === undefined ? [] : [versionField])].map((name) => ({ name, text: true })),
  ];
}

function labelsInRows({ roles: { label } }: OutcomesRequest, { table }: SelectedRows, shown: string): LabelCells {
  const column = table.columns.get(label.field);
  if (column === undefined) {
    throw new Error(`the column ${label.field} was not read`);
  }
  return { column, shown, findings: {}, ...labelTimes(table, label.timeField, shown) };
}

function outcomes(
  request: OutcomesRequest,
  selected: SelectedRows,
  shown: string,
  labels: LabelCells,
  { signal }: RequestOptions
): OutcomesSet {
  const { selection, segmentBy, versionField, timezone, asOf } = request;
  const { table, windows } = selected;
  const times = selection.timeField === undefined ? null : readRowTimes(table, selection.timeField, shown).values;
  const used = new Uint8Array(table.rows);
  windows.forEach((rows) => rows.forEach((row) => (used[row] = 1)));
  const rows = readOutcomeRows(request, { table, times, used, shown }, labels);
  const count = outcomesCounter(rows, asOf);
  const column = (name: string): SegmentColumn[] => {
    const found = table.columns.get(name);
    const text = found === undefined ? null : asText(found);
    return text === null ? [] : [{ name, column: text }];
  };
  const [version] = versionField === undefined ? [] : column(versionField);
  const splitting = { segmentBy: segmentBy.flatMap(column), version, times, timezone };
  const cells: OutcomesCell[] = [];
  for (const { rows: own, ...of } of cellRows(windows, splitting)) {
    signal?.throwIfAborted();
    const found = count(own);
    if (found !== null) {
      cells.push({ ...of, outcomes: found });
    }
  }
  return {
    cells,
    findings: rows.findings,
    notices: [...selectionNotices(selected, shown), ...rows.notices],
  };
}
