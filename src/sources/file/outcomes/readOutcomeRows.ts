import type { LabelFindings, OutcomesRequest } from '../../OutcomesRequest';
import type { Notice } from '../../Notice';
import { asText } from '../columns/asText';
import type { Column, TextColumn } from '../columns/Column';
import type { TableRows } from '../readers/TableFile';
import { classColumns } from './classColumns';
import { numberCells, type NumberCells } from './numberCells';
import type { ClassRows, NumberRows, OutcomeRows } from './OutcomeRows';

/** The labels, one for each row of the predictions. */
export interface LabelCells {
  readonly column: Column;
  /** NaN where unknown; null where labels have no time. */
  readonly times: Float64Array | null;
  readonly shown: string;
  readonly findings: LabelFindings;
  readonly notices: readonly Notice[];
}

export interface PredictionCells {
  readonly table: Pick<TableRows, 'columns' | 'rows'>;
  readonly times: Float64Array | null;
  /** 1 for rows of any window. */
  readonly used: Uint8Array;
  readonly shown: string;
}

const SHARE = { low: 0, high: 1 };

/** Predictions beside their labels, with what is odd about either. Throws a SourceError for too many classes. */
export function readOutcomeRows(
  request: Pick<OutcomesRequest, 'roles' | 'asOf' | 'selection'>,
  predictions: PredictionCells,
  labels: LabelCells
): OutcomeRows {
  return request.roles.task === 'regression'
    ? numberRows(request, predictions, labels)
    : classRows(request, predictions, labels);
}

function classRows(
  { roles, asOf, selection }: Pick<OutcomesRequest, 'roles' | 'asOf' | 'selection'>,
  { table, times, used, shown }: PredictionCells,
  labels: LabelCells
): ClassRows {
  const isUsed = (row: number) => used[row] === 1;
  const ownForms = selection.features?.some(
    ({ name, field = name, missing }) =>
      missing !== undefined && (field === roles.label.field || field === roles.prediction)
  );
  const side = (name: string, column: Column) => ({ name, column: textOf(column), used: isUsed, shown });
  const { classes, predicted, actual, notices } = classColumns(
    roles.prediction === undefined ? null : side(roles.prediction, columnIn(table, roles.prediction)),
    { ...side(roles.label.field, labels.column), shown: labels.shown },
    ownForms === true
  );
  const missing = new Map<string, number>();
  if (roles.prediction !== undefined && predicted !== null) {
    addMissing(
      missing,
      roles.prediction,
      countRows(used, (row) => predicted[row] < 0)
    );
  }
  const cells = roles.scores.map((name) => [name, numberCells(columnIn(table, name), isUsed, SHARE)] as const);
  cells.forEach(([name, found]) => addMissing(missing, name, found.missing));
  const late = hideLate(labels.times, asOf, (row) => (actual[row] = -1));
  const early = countEarly(times, labels.times, used, (row) => actual[row] >= 0);
  return {
    task: 'classification',
    ...{ classes, predicted, actual, times },
    scores: new Map(cells.map(([name, { values }]) => [name, values])),
    labelTimes: labels.times,
    findings: { ...labels.findings, ...oddIn(cells), ...early, ...(missing.size > 0 && { missing }) },
    notices: [...labels.notices, ...notices, ...undated(labels, late, used, (row) => actual[row] >= 0)],
  };
}

function numberRows(
  { roles, asOf }: Pick<OutcomesRequest, 'roles' | 'asOf'>,
  { table, times, used }: PredictionCells,
  labels: LabelCells
): NumberRows {
  const isUsed = (row: number) => used[row] === 1;
  const name = roles.prediction ?? roles.scores[0];
  const predicted = numberCells(columnIn(table, name), isUsed);
  const actual = numberCells(labels.column, isUsed);
  const missing = new Map<string, number>();
  addMissing(missing, name, predicted.missing);
  const late = hideLate(labels.times, asOf, (row) => (actual.values[row] = NaN));
  const early = countEarly(times, labels.times, used, (row) => !Number.isNaN(actual.values[row]));
  const odd = oddIn([
    [roles.label.field, actual],
    [name, predicted],
  ]);
  return {
    task: 'regression',
    ...{ predicted: predicted.values, actual: actual.values, unreadable: actual.unreadable, times },
    labelTimes: labels.times,
    findings: { ...labels.findings, ...odd, ...early, ...(missing.size > 0 && { missing }) },
    notices: [...labels.notices, ...undated(labels, late, used, (row) => !Number.isNaN(actual.values[row]))],
  };
}

function columnIn({ columns }: Pick<TableRows, 'columns'>, name: string): Column {
  const column = columns.get(name);
  if (column === undefined) {
    throw new Error(`the column ${name} was not read`);
  }
  return column;
}

function textOf(column: Column): TextColumn {
  const text = asText(column);
  if (text === null) {
    throw new Error('a column was read without its text');
  }
  return text;
}

/** Labels that came later than one looks are not known yet. Tells whether labels are hidden by their time at all. */
function hideLate(labelTimes: Float64Array | null, asOf: number | null, hide: (row: number) => void): boolean {
  if (labelTimes === null || asOf === null) {
    return false;
  }
  for (let row = 0; row < labelTimes.length; row++) {
    if (labelTimes[row] > asOf) {
      hide(row);
    }
  }
  return true;
}

function countEarly(
  times: Float64Array | null,
  labelTimes: Float64Array | null,
  used: Uint8Array,
  isLabelled: (row: number) => boolean
): Pick<LabelFindings, 'beforePrediction'> {
  const rows =
    times === null || labelTimes === null
      ? 0
      : countRows(used, (row) => labelTimes[row] < times[row] && isLabelled(row));
  return rows === 0 ? {} : { beforePrediction: rows };
}

/** What is said of labels without a time, where labels are known by their time. */
function undated(
  { times, shown }: LabelCells,
  isHidden: boolean,
  used: Uint8Array,
  isLabelled: (row: number) => boolean
): Notice[] {
  const rows = !isHidden || times === null ? 0 : countRows(used, (row) => Number.isNaN(times[row]) && isLabelled(row));
  return rows === 0
    ? []
    : [
        `${shown}: ${rows.toLocaleString('en-US')} ${rows === 1 ? 'label has' : 'labels have'} no time and ${rows === 1 ? 'counts' : 'count'} as known from the start.`,
      ];
}

function countRows(used: Uint8Array, test: (row: number) => boolean): number {
  let count = 0;
  for (let row = 0; row < used.length; row++) {
    if (used[row] === 1 && test(row)) {
      count++;
    }
  }
  return count;
}

function addMissing(missing: Map<string, number>, name: string, rows: number): void {
  if (rows > 0) {
    missing.set(name, rows);
  }
}

/** Of several columns the one with the most odd rows is named. */
function oddIn(cells: ReadonlyArray<readonly [string, NumberCells]>): LabelFindings {
  const [mistyped] = cells.map(([column, one]) => ({ column, ...one.mistyped })).sort(byRows);
  const [outside] = cells.map(([column, one]) => ({ column, ...one.outside })).sort(byRows);
  return {
    ...(mistyped?.example !== undefined && { mistyped: { ...mistyped, example: mistyped.example } }),
    ...(outside?.example !== undefined && { outside: { ...outside, example: outside.example } }),
  };
}

function byRows(a: { readonly rows: number }, b: { readonly rows: number }): number {
  return b.rows - a.rows;
}
