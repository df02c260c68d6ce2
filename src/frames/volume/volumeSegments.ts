import { segmentBase } from '../segmentColumn';
import { LEADING_COLUMNS, TRAILING_COLUMNS } from './volumeColumns';

/** `line` tells the frames of a series apart. */
const OWN: ReadonlySet<string> = new Set([
  'line',
  ...[...LEADING_COLUMNS, ...TRAILING_COLUMNS].map(({ name }) => name),
]);

/** The column of a segment is named as the label or field, but for one of the table's own names. */
export function volumeSegmentColumn(name: string): string {
  return isOwnVolumeColumn(segmentBase(name)) ? `segment_${name}` : name;
}

/** Whether a column of the table, or a label of its series, is no segment. */
export function isOwnVolumeColumn(name: string): boolean {
  return OWN.has(name);
}

/** A segment as labels, named as the columns are. */
export function volumeSegmentLabels(segment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(segment).map(([name, value]) => [volumeSegmentColumn(name), value]));
}
