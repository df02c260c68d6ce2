import type { Subject } from '../../shared/Subject';
import { compareRows, type SortBy } from './compareRows';
import type { DriftMap, MapCell, MapColumn, MapRow } from './DriftMap';
import { hasEvidence } from './evidenceShape';
import { segmentColumns, segmentKey, SINGLE_COLUMN, timeColumns } from './mapColumns';
import { isWorse, summarizeOverSegments, summarizeOverTime } from './summarizeRow';

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
  const drawn = rows.reduce((count, { cells: own }) => count + own.filter((cell) => cell !== undefined).length, 0);
  return {
    ...{ subject: settings.subject ?? 'drift', axis, columns },
    rows: rows.sort(compareRows(settings.sortBy)),
    covered: shown.length - drawn,
    hasEvidence: axis === 'time' && rows.some((row) => hasEvidence(row.cells)),
  };
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

/** Of several windows the newest, for each feature and segment; all that it has where nothing tells them apart. */
function newestOfEach(cells: readonly MapCell[]): MapCell[] {
  const newest = new Map<string, number>();
  for (const cell of cells) {
    const key = rowKey(cell, 'time');
    newest.set(key, Math.max(cell.row.time ?? 0, newest.get(key) ?? -Infinity));
  }
  return cells.filter((cell) => (cell.row.time ?? 0) === newest.get(rowKey(cell, 'time')));
}

function rowKey({ row, query }: MapCell, axis: DriftMap['axis']): string {
  const key = `${query}\u0000${row.feature}`;
  return axis === 'segment' ? key : `${key}\u0000${segmentKey(row.segment)}`;
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
  const byColumn = new Map<string, MapCell>();
  for (const cell of group) {
    const place = columnKey(cell, axis);
    if (isWorse(cell, byColumn.get(place))) {
      byColumn.set(place, cell);
    }
  }
  const cells = columns.map((column) => byColumn.get(column.key));
  const summary = axis === 'segment' ? summarizeOverSegments(cells) : summarizeOverTime(cells, columns);
  if (summary === null) {
    return [];
  }
  const [{ row, query }] = group;
  const { feature, segment } = row;
  return [{ key, query, feature, segment: axis === 'segment' ? {} : segment, cells, summary }];
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
