import type { Subject } from '../../shared/Subject';
import { compareRows, type SortBy } from './compareRows';
import type { DriftMap, MapCell, MapColumn, MapRow } from './DriftMap';
import { segmentColumns, segmentKey, SINGLE_COLUMN, timeColumns } from './mapColumns';
import { summarizeOverSegments, summarizeOverTime } from './summarizeRow';

export interface MapSettings {
  /** `auto`: windows where there are several, otherwise segments. */
  readonly columns: 'auto' | 'time' | 'segment';
  readonly sortBy: SortBy;
  readonly subject?: Subject;
}

/** Lays a drift table out as a map. */
export function buildDriftMap(cells: readonly MapCell[], settings: MapSettings): DriftMap {
  const axis = chooseAxis(cells, settings.columns);
  const columns = columnsOf(axis, cells);
  const shown = axis === 'segment' ? newestOfEach(cells) : cells;
  const rows = groupRows(shown, axis).flatMap((group) => toRow(group, axis, columns));
  return { subject: settings.subject ?? 'drift', axis, columns, rows: rows.sort(compareRows(settings.sortBy)) };
}

function chooseAxis(cells: readonly MapCell[], wanted: MapSettings['columns']): DriftMap['axis'] {
  const windows = new Set(cells.map(({ row }) => row.time)).size;
  const segments = new Set(cells.map(({ row }) => segmentKey(row.segment))).size;
  if (wanted === 'segment' || (wanted === 'auto' && windows <= 1)) {
    return segments > 1 ? 'segment' : windows > 1 ? 'time' : 'single';
  }
  return windows > 1 ? 'time' : 'single';
}

function columnsOf(axis: DriftMap['axis'], cells: readonly MapCell[]): readonly MapColumn[] {
  switch (axis) {
    case 'time':
      return timeColumns(cells);
    case 'segment':
      return segmentColumns(cells);
    case 'single':
      return [SINGLE_COLUMN];
  }
}

/** Of several windows the newest, for each feature and segment. */
function newestOfEach(cells: readonly MapCell[]): MapCell[] {
  const newest = new Map<string, MapCell>();
  for (const cell of cells) {
    const key = rowKey(cell, 'time');
    if ((cell.row.time ?? 0) >= (newest.get(key)?.row.time ?? -Infinity)) {
      newest.set(key, cell);
    }
  }
  return [...newest.values()];
}

function rowKey({ row }: MapCell, axis: DriftMap['axis']): string {
  return axis === 'segment' ? row.feature : `${row.feature}\u0000${segmentKey(row.segment)}`;
}

function groupRows(cells: readonly MapCell[], axis: DriftMap['axis']): Array<[string, MapCell[]]> {
  const groups = new Map<string, MapCell[]>();
  for (const cell of cells) {
    const key = rowKey(cell, axis);
    const group = groups.get(key);
    if (group) {
      group.push(cell);
    } else {
      groups.set(key, [cell]);
    }
  }
  return [...groups];
}

function toRow([key, group]: [string, MapCell[]], axis: DriftMap['axis'], columns: readonly MapColumn[]): MapRow[] {
  const byColumn = new Map(group.map((cell) => [columnKey(cell, axis), cell]));
  const cells = columns.map((column) => byColumn.get(column.key));
  const summary = axis === 'segment' ? summarizeOverSegments(cells) : summarizeOverTime(cells, columns);
  if (summary === null) {
    return [];
  }
  const { feature, segment } = group[0].row;
  return [{ key, feature, segment: axis === 'segment' ? {} : segment, cells, summary }];
}

function columnKey({ row }: MapCell, axis: DriftMap['axis']): string {
  switch (axis) {
    case 'time':
      return String(row.time);
    case 'segment':
      return segmentKey(row.segment);
    case 'single':
      return SINGLE_COLUMN.key;
  }
}
