import type { VersionsResult } from '../../evaluate/Result';
import type { FieldKind, Frame, FrameField } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { type VersionRow, versionRows } from './versionRows';
import { versionSegmentColumn } from './versionNames';

interface Column {
  readonly name: Exclude<keyof VersionRow, 'segment'>;
  readonly kind: FieldKind;
  readonly description: string;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** How each status is shown, with the names of Grafana's colors. */
const STATUS_MAPPINGS = [
  {
    type: 'value',
    options: {
      active: { text: 'active', color: 'green' },
      present: { text: 'beside it', color: 'blue' },
      gone: { text: 'gone', color: 'text' },
      stray: { text: 'a few calls', color: 'text' },
    },
  },
] as const;

const COLUMNS: readonly Column[] = [
  {
    name: 'status',
    kind: 'string',
    description: 'Active: more than half of the calls',
    config: { mappings: STATUS_MAPPINGS },
  },
  {
    name: 'share',
    kind: 'number',
    description: "Share of the newest window's calls with a version",
    config: { unit: 'percentunit', min: 0, max: 1 },
  },
  { name: 'calls', kind: 'number', description: 'Calls in the whole time range', config: { decimals: 0 } },
  { name: 'first_seen', kind: 'time', description: 'Start of the first window with a call' },
  { name: 'active_since', kind: 'time', description: 'Start of the first window in which it was active' },
  { name: 'last_seen', kind: 'time', description: 'End of the last window with a call' },
  { name: 'since_before', kind: 'boolean', description: 'Present in the first window, so it may be older' },
];

/** One frame, `versions`, with a row for each version and segment. */
export function writeVersionTable(result: VersionsResult, meta: ResultMeta): Frame {
  const rows = versionRows(result);
  const segments = meta.segmentBy.map((name): FrameField => {
    const values = rows.map(({ segment }) => segment[name] ?? null);
    return { name: versionSegmentColumn(name), kind: 'string', values };
  });
  const own = COLUMNS.map(({ name, kind, description, config }): FrameField => {
    return { name, kind, values: rows.map((row) => row[name]), config: { description, ...config } };
  });
  const version: FrameField = { name: 'version', kind: 'string', values: rows.map((row) => row.version) };
  return {
    name: 'versions',
    meta: { preferredVisualisationType: 'table', custom: { ...meta } },
    fields: [version, ...segments, ...own],
  };
}
