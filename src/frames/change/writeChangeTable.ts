import type { ChangeResult } from '../../evaluate/Result';
import type { Frame, FrameField } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { type ChangeColumn, LEADING_COLUMNS, TRAILING_COLUMNS } from './changeColumns';
import { changeRows } from './changeRows';
import { changeSegmentColumn } from './changeSegments';

/** One frame, `change`, with a row for each change and pattern, and one for each series without any. */
export function writeChangeTable(result: ChangeResult, meta: ResultMeta): Frame {
  const rows = changeRows(result);
  const own = (columns: readonly ChangeColumn[]) =>
    columns.map(({ name, kind, description, config }): FrameField => {
      return { name, kind, values: rows.map((row) => row[name]), config: { description, ...config } };
    });
  const segments = meta.segmentBy.map((name): FrameField => {
    const values = rows.map(({ segment }) => segment[name] ?? null);
    return { name: changeSegmentColumn(name), kind: 'string', values };
  });
  return {
    name: 'change',
    meta: { preferredVisualisationType: 'table', custom: { ...meta } },
    fields: [...own(LEADING_COLUMNS), ...segments, ...own(TRAILING_COLUMNS)],
  };
}
