import type { FrameLike } from './FrameLike';
import type { ResultMeta } from './ResultMeta';
import { isOwnColumn, segmentBase, segmentColumn } from './segmentColumn';
import { isOwnVolumeColumn, volumeSegmentColumn } from './volume/volumeSegments';

/** A segment's name and the column that holds its values. */
export interface SegmentField {
  readonly name: string;
  readonly column: string;
}

/**
 * What tells the rows of a table with verdicts apart: as the frame says, or where a transformation has taken that off, such
 * as "Merge", every column of texts that is none of the table's own.
 */
export function segmentFields({ meta, fields }: FrameLike): SegmentField[] {
  const named = (meta?.custom as Partial<ResultMeta> | undefined)?.segmentBy;
  if (named === undefined) {
    return fields
      .filter(({ name, type }) => type === 'string' && !isOwnColumn(name) && !isOwnVolumeColumn(name))
      .map(({ name }) => ({ name: segmentBase(name), column: name }));
  }
  const isVolume = fields.some(({ name }) => name === 'expected') && fields.some(({ name }) => name === 'deviation');
  return named.map((name) => ({ name, column: isVolume ? volumeSegmentColumn(name) : segmentColumn(name) }));
}
