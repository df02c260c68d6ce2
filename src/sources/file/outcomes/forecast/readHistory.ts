import type { LabelPlace, OutcomesRequest } from '../../../OutcomesRequest';
import type { RequestOptions } from '../../../Source';
import type { Column } from '../../columns/Column';
import { KeyIndex } from '../../keys/KeyIndex';
import { keyColumn } from '../../keys/keyColumn';
import type { ColumnRequest, TableRows } from '../../readers/TableFile';
import type { OpenTable } from '../../readWhole';
import { readTimes } from '../../readTimes';
import { selectRows } from '../../selectRows';
import { joinLabels } from '../joinLabels';
import type { LabelTable } from '../LabelTable';
import { labelTimes } from '../labelTimes';
import { numberCells } from '../numberCells';
import { seasonBefore } from './seasonBefore';
import type { SeriesCodes } from './seriesCodes';
import { SeriesHistory } from './SeriesHistory';

/** All values of a file that are known by `asOf`, whatever the windows: what a naive forecast looks back at. */
export async function readHistory(
  { table: file, shown }: OpenTable,
  { selection, roles, asOf, timezone }: OutcomesRequest,
  labels: LabelTable | null,
  codes: SeriesCodes,
  options: RequestOptions
): Promise<SeriesHistory> {
  const { series = [], season, targetField } = roles.forecast ?? {};
  const target = targetField ?? selection.timeField ?? '';
  const early = [
    ...series.map((name) => ({ name, text: true })),
    { name: target, text: false, times: true },
    ...ownColumns(roles.label, labels !== null),
  ];
  const { table, windows } = await selectRows(file, shown, selection, [null], { early }, options);
  const { values, knownAt } = valuesOf(table, roles.label, labels, asOf, shown);
  const isRow = new Uint8Array(table.rows);
  windows[0].forEach((row) => (isRow[row] = 1));
  for (let row = 0; row < values.length; row++) {
    const isLater = asOf !== null && knownAt !== null && knownAt[row] > asOf;
    values[row] = isRow[row] === 1 && !isLater ? values[row] : NaN;
  }
  const codesOf = codes.of(
    series.map((name) => columnOf(table, name)),
    table.rows
  );
  return new SeriesHistory(
    { series: codesOf, targets: readTimes(table, target, shown), values, knownAt },
    season === undefined ? null : seasonBefore(season, timezone)
  );
}

/** The labels of the rows, or the keys by which they are found. */
function ownColumns({ field, timeField, key = '' }: LabelPlace, areElsewhere: boolean): ColumnRequest[] {
  if (areElsewhere) {
    return [{ name: key, text: false, keys: true }];
  }
  const times = timeField === undefined ? [] : [{ name: timeField, text: false, times: true }];
  return [{ name: field, text: false }, ...times];
}

function valuesOf(
  table: TableRows,
  { field, timeField, key = '' }: LabelPlace,
  labels: LabelTable | null,
  asOf: number | null,
  shown: string
) {
  if (labels === null) {
    const cells = numberCells({ column: columnOf(table, field), fresh: false }, () => false);
    return { values: cells.values, knownAt: labelTimes(table, timeField, shown).times };
  }
  const index = new KeyIndex(keyColumn(key, columnOf(table, key)));
  const { column, times } = joinLabels(labels, index, table.rows, asOf);
  return { values: numberCells({ column, fresh: false }, () => false).values, knownAt: times };
}

function columnOf({ columns }: TableRows, name: string): Column {
  const column = columns.get(name);
  if (column === undefined) {
    throw new Error(`the column ${name} was not read`);
  }
  return column;
}
