import type { PerformanceResult } from '../../evaluate/Result';
import type { Frame, FrameField } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { LEADING_COLUMNS, type PerformanceColumn, TRAILING_COLUMNS } from './performanceColumns';
import { performanceMeta } from './PerformanceMeta';
import { performanceRows } from './performanceRows';
import { performanceSegmentColumn } from './performanceSegments';

/** One frame, `performance`, with a row for each metric, segment and window. */
export function writePerformanceTable(result: PerformanceResult, meta: ResultMeta): Frame {
  const rows = performanceRows(result);
  const own = (columns: readonly PerformanceColumn[]) =>
    columns.map(({ name, kind, description, config }): FrameField => {
      return { name, kind, values: rows.map((row) => row[name]), config: { description, ...config } };
    });
  const segments = meta.segmentBy.map((name): FrameField => {
    const values = rows.map(({ segment }) => segment[name] ?? null);
    return { name: performanceSegmentColumn(name), kind: 'string', values };
  });
  return {
    name: 'performance',
    meta: { preferredVisualisationType: 'table', custom: { ...performanceMeta(result, meta) } },
    fields: [...own(LEADING_COLUMNS), ...segments, ...own(TRAILING_COLUMNS)],
  };
}
