import { segmentBase } from '../segmentColumn';

/** Names of the frames' own columns and labels; a segment of such a name is written as `segment_<name>`. */
const OWN: ReadonlySet<string> = new Set([
  ...['version', 'status', 'share', 'calls', 'first_seen', 'active_since', 'last_seen', 'since_before'],
  ...['feature', 'time'],
]);

/** The column of a segment is named as the label or field, but for one of the frames' own names. */
export function versionSegmentColumn(name: string): string {
  return OWN.has(segmentBase(name)) ? `segment_${name}` : name;
}

/** A segment as labels, named as the columns are. */
export function versionSegmentLabels(segment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(segment).map(([name, value]) => [versionSegmentColumn(name), value]));
}
