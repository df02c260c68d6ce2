import { segmentBase } from '../segmentColumn';
import { LEADING_COLUMNS, TRAILING_COLUMNS } from './changeColumns';

/** `line` tells the frames of a series apart. */
const OWN: ReadonlySet<string> = new Set([
  'line',
  ...[...LEADING_COLUMNS, ...TRAILING_COLUMNS].map(({ name }) => name),
]);

/** The column of a segment is named as the label or field, but for one of the table's own names. */
export function changeSegmentColumn(name: string): string {
  return OWN.has(segmentBase(name)) ? `segment_${name}` : name;
}

/** The labels of a series: what it is of, and its segment, named as the columns are. */
export function changeLabels({
  feature,
  figure,
  segment,
}: {
  readonly feature: string;
  readonly figure: string;
  readonly segment: Readonly<Record<string, string>>;
}): Record<string, string> {
  return {
    feature,
    ...(figure !== '' && { figure }),
    ...Object.fromEntries(Object.entries(segment).map(([name, value]) => [changeSegmentColumn(name), value])),
  };
}
