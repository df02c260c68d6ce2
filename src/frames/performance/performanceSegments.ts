import { segmentBase } from '../segmentColumn';
import { LEADING_COLUMNS, TRAILING_COLUMNS } from './performanceColumns';

/** `line` tells the frames of a series apart; `feature` is the metric in labels. */
const OWN: ReadonlySet<string> = new Set([
  ...['line', 'feature'],
  ...[...LEADING_COLUMNS, ...TRAILING_COLUMNS].map(({ name }) => name),
]);

/** The column of a segment is named as the label or field, but for one of the table's own names. */
export function performanceSegmentColumn(name: string): string {
  return OWN.has(segmentBase(name)) ? `segment_${name}` : name;
}

/** A segment as labels, named as the columns are. */
export function performanceSegmentLabels(segment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(segment).map(([name, value]) => [performanceSegmentColumn(name), value]));
}
