import type { VolumeResult } from '../../evaluate/Result';
import type { Frame, FrameField } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { LEADING_COLUMNS, TRAILING_COLUMNS, type VolumeColumn } from './volumeColumns';
import { volumeRows } from './volumeRows';
import { volumeSegmentColumn } from './volumeSegments';

/** One frame, `volume`, with a row for each measure, segment and window. */
export function writeVolumeTable(result: VolumeResult, meta: ResultMeta): Frame {
  const rows = volumeRows(result);
  const own = (columns: readonly VolumeColumn[]) =>
    columns.map(({ name, kind, description, config }): FrameField => {
      return { name, kind, values: rows.map((row) => row[name]), config: { description, ...config } };
    });
  const segments = meta.segmentBy.map((name): FrameField => {
    return {
      name: volumeSegmentColumn(name),
      kind: 'string',
      values: rows.map(({ segment }) => segment[name] ?? null),
    };
  });
  return {
    name: 'volume',
    meta: { preferredVisualisationType: 'table', custom: { ...meta } },
    fields: [...own(LEADING_COLUMNS), ...segments, ...own(TRAILING_COLUMNS)],
  };
}
