import type { DriftResult } from '../../evaluate/Result';
import type { Frame, FrameField } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { segmentColumn } from '../segmentColumn';
import { type DriftColumn, LEADING_COLUMNS, TRAILING_COLUMNS } from './driftColumns';
import { driftRows, isOverTime } from './driftRows';
import type { DriftRow } from './DriftRow';

/** One frame, `drift`, with a row for each feature, segment and window. */
export function writeDriftTable(result: DriftResult, meta: ResultMeta, detail: boolean): Frame {
  const rows = driftRows(result, detail);
  const timed = isOverTime(result);
  const own = (columns: readonly DriftColumn[]) =>
    columns
      .filter(({ detailOnly, overTimeOnly }) => (detail || !detailOnly) && (timed || !overTimeOnly))
      .map((column) => ownField(column, rows));
  const segments = meta.segmentBy.map((name): FrameField => {
    return { name: segmentColumn(name), kind: 'string', values: rows.map(({ segment }) => segment[name] ?? null) };
  });
  return {
    name: 'drift',
    meta: { preferredVisualisationType: 'table', custom: { ...meta } },
    fields: [...own(LEADING_COLUMNS), ...segments, ...own(TRAILING_COLUMNS)],
  };
}

function ownField({ name, kind, description, config }: DriftColumn, rows: readonly DriftRow[]): FrameField {
  return { name, kind, values: rows.map((row) => row[name] ?? null), config: { description, ...config } };
}
