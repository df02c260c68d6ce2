import { LEADING_COLUMNS, TRAILING_COLUMNS } from './drift/driftColumns';
import { LEADING_QUALITY, TRAILING_QUALITY } from './quality/qualityColumns';

const OWN_COLUMNS: ReadonlySet<string> = new Set(
  [...LEADING_COLUMNS, ...TRAILING_COLUMNS, ...LEADING_QUALITY, ...TRAILING_QUALITY].map(({ name }) => name)
);

/**
 * The column of a segment is named as the label or field, but for one of the table's own names, and for what such a one is
 * written as: no two segments share a column.
 */
export function segmentColumn(name: string): string {
  return isOwnColumn(segmentBase(name)) ? `segment_${name}` : name;
}

/** A segment as labels, named as the columns are: none takes the place of a label of ours. */
export function segmentLabels(segment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(segment).map(([name, value]) => [segmentColumn(name), value]));
}

/** Whether a column of a table with verdicts is no segment. */
export function isOwnColumn(name: string): boolean {
  return OWN_COLUMNS.has(name);
}

/** `segment_feature` without what it is written with. */
export function segmentBase(name: string): string {
  return name.replace(/^(segment_)+/, '');
}
