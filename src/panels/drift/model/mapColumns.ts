import type { MapCell, MapColumn } from './DriftMap';

/** A column for each window, in its place in time. */
export function timeColumns(cells: readonly MapCell[]): MapColumn[] {
  const ends = new Map<number, number>();
  for (const { row } of cells) {
    if (row.time !== null) {
      ends.set(row.time, Math.max(row.time_end ?? row.time, ends.get(row.time) ?? 0));
    }
  }
  const windows = [...ends].sort(([a], [b]) => a - b);
  const from = windows[0]?.[0] ?? 0;
  const to = windows.at(-1)?.[1] ?? from;
  if (to <= from) {
    return evenly(windows.map(([start, end]) => ({ key: String(start), label: '', start, end })));
  }
  const place = (time: number) => (time - from) / (to - from);
  return windows.map(([start, end], index) => ({
    key: String(start),
    label: '',
    start,
    end,
    left: place(start),
    // Windows that overlap are cut where the next begins.
    right: place(Math.min(end, windows[index + 1]?.[0] ?? end)),
  }));
}

/** A column for each segment, by name. */
export function segmentColumns(cells: readonly MapCell[]): MapColumn[] {
  const labels = new Map(cells.map(({ row }) => [segmentKey(row.segment), segmentLabel(row.segment)]));
  const byName = [...labels].sort(([, a], [, b]) => a.localeCompare(b, 'en', { numeric: true }));
  return evenly(byName.map(([key, label]) => ({ key, label, start: null, end: null })));
}

export const SINGLE_COLUMN: MapColumn = { key: '', label: '', start: null, end: null, left: 0, right: 1 };

function evenly(columns: ReadonlyArray<Omit<MapColumn, 'left' | 'right'>>): MapColumn[] {
  return columns.map((column, index) => ({
    ...column,
    left: index / columns.length,
    right: (index + 1) / columns.length,
  }));
}

/** One text for each segment; a query writes the names in the same order in every row. */
export function segmentKey(segment: Readonly<Record<string, string>>): string {
  let key = '';
  for (const name in segment) {
    key += `${name}\u0000${segment[name]}\u0000`;
  }
  return key;
}

/** The values alone, since the names are the same in every column. */
export function segmentLabel(segment: Readonly<Record<string, string>>): string {
  return Object.values(segment).join(', ') || 'all';
}
