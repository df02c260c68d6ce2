import type { TimeZone } from '@grafana/schema';
import { writeWindow } from '../../shared/timeWords';
import { verdictWords } from '../../shared/verdictWords';
import { rowName } from './describeRow';
import type { MapCell, MapColumn, MapRow } from './DriftMap';

/** What a screen reader says of a cell: `temperature_f, 3 Jul 2013 – 10 Jul 2013: drift. Median 61 → 74 …` */
export function describeCell(row: MapRow, column: MapColumn, cell: MapCell | undefined, timeZone: TimeZone): string {
  const where = columnName(column, timeZone);
  const name = where === '' ? rowName(row) : `${rowName(row)}, ${where}`;
  return cell
    ? `${name}: ${verdictWords(cell.details.subject)[cell.row.verdict].label}. ${cell.row.reason}`
    : `${name}: no rows`;
}

/** The window in full, or the segment. */
export function columnName({ start, end, label }: MapColumn, timeZone: TimeZone): string {
  return start !== null && end !== null ? writeWindow(start, end, timeZone) : label;
}
