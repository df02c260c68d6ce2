import type { QualityResult } from '../../evaluate/Result';
import type { Frame, FrameField } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { segmentColumn } from '../segmentColumn';
import { LEADING_QUALITY, type QualityColumn, TRAILING_QUALITY } from './qualityColumns';
import type { QualityRow } from './QualityRow';
import { qualityRows } from './qualityRows';

/** One frame, `quality`, with a row for each feature, segment and window, or for each finding. */
export function writeQualityTable(result: QualityResult, meta: ResultMeta, detail: boolean): Frame {
  const rows = qualityRows(result, detail);
  const own = (columns: readonly QualityColumn[]) => columns.map((column) => ownField(column, rows));
  const segments = meta.segmentBy.map((name): FrameField => {
    return { name: segmentColumn(name), kind: 'string', values: rows.map(({ segment }) => segment[name] ?? null) };
  });
  return {
    name: 'quality',
    meta: { preferredVisualisationType: 'table', custom: { ...meta } },
    fields: [...own(LEADING_QUALITY), ...segments, ...own(TRAILING_QUALITY)],
  };
}

function ownField({ name, kind, description, config }: QualityColumn, rows: readonly QualityRow[]): FrameField {
  return { name, kind, values: rows.map((row) => row[name]), config: { description, ...config } };
}
