import type { FieldLike, FrameLike } from '../FrameLike';
import { readMeta } from '../readMeta';
import type { ResultMeta } from '../ResultMeta';
import { segmentBase } from '../segmentColumn';
import { LEADING_COLUMNS, type PerformanceColumn, TRAILING_COLUMNS } from './performanceColumns';
import type { PerformanceMeta } from './PerformanceMeta';
import type { PerformanceRow } from './PerformanceRow';
import { performanceSegmentColumn } from './performanceSegments';

/** A performance table as a panel works on it. */
export interface PerformanceTable {
  /** The query that it answers. */
  readonly query: string;
  /** Index of its frame; its rows are in the frame's order. */
  readonly frame: number;
  readonly rows: readonly PerformanceRow[];
  readonly meta: PerformanceMeta;
}

type ColumnName = PerformanceColumn['name'];

const COLUMNS: readonly ColumnName[] = [...LEADING_COLUMNS, ...TRAILING_COLUMNS].map(({ name }) => name);
const OWN: ReadonlySet<string> = new Set(COLUMNS);
const REQUIRED: readonly ColumnName[] = ['time', 'metric', 'value', 'verdict', 'severity'];

/** The performance tables among the frames. One that a transformation has joined from several has columns twice: it is none. */
export function readPerformance(frames: readonly FrameLike[]): PerformanceTable[] {
  return frames.flatMap((frame, index) =>
    isPerformanceTable(frame)
      ? [{ query: frame.refId ?? '', frame: index, rows: readRows(frame), meta: readPerformanceMeta(frame) }]
      : []
  );
}

/** Whether a frame holds metrics that can't be read, since a transformation took columns of theirs, or doubled them. */
export function isTornPerformance(frame: FrameLike): boolean {
  return !isPerformanceTable(frame) && frame.fields.some(({ name }) => /^(.* · )?(of_class|mature_at)\b/.test(name));
}

function isPerformanceTable({ fields }: FrameLike): boolean {
  return REQUIRED.every((name) => fields.filter((field) => field.name === name).length === 1);
}

function readPerformanceMeta(frame: FrameLike): PerformanceMeta {
  const custom = frame.meta?.custom as Partial<PerformanceMeta> | undefined;
  return { ...readMeta(frame), kind: 'performance', ...NOTHING, ...pickKnown(custom) };
}

const NOTHING: Omit<PerformanceMeta, 'kind' | keyof ResultMeta> = {
  asOf: NaN,
  details: [],
  conceptDrift: [],
  explanations: [],
  comparisons: [],
  fairness: [],
  budgets: [],
  delays: null,
};

/** What an older back end doesn't write is left as it is. */
function pickKnown(custom: Partial<PerformanceMeta> = {}): Partial<typeof NOTHING> {
  const names = Object.keys(NOTHING) as Array<keyof typeof NOTHING>;
  return Object.fromEntries(names.filter((name) => custom[name] != null).map((name) => [name, custom[name]]));
}

function readRows(frame: FrameLike): PerformanceRow[] {
  const field = (name: string): FieldLike | undefined => frame.fields.find((candidate) => candidate.name === name);
  const columns = COLUMNS.map((name) => ({ name, values: field(name)?.values }));
  const segments = segmentColumns(frame).map(({ name, column }) => ({ name, values: field(column)?.values }));
  return Array.from({ length: field('metric')?.values.length ?? 0 }, (_, index) => {
    const own = columns.map(({ name, values }) => [name, values?.[index] ?? DEFAULTS[name] ?? null]);
    const named = segments.flatMap(({ name, values }) => {
      const value = values?.[index];
      return value == null ? [] : [[name, String(value)]];
    });
    return { ...(Object.fromEntries(own) as Omit<PerformanceRow, 'segment'>), segment: Object.fromEntries(named) };
  });
}

/** Of columns that a transformation may have left out. */
const DEFAULTS: Partial<PerformanceRow> = { rows: 0, labelled: 0, gates: true, reason: '', next_step: '' };

/** As the frame says; where that was taken off, every column of texts that is none of the table's own. */
function segmentColumns({ meta, fields }: FrameLike): Array<{ name: string; column: string }> {
  const named = (meta?.custom as Partial<PerformanceMeta> | undefined)?.segmentBy;
  return named === undefined
    ? fields
        .filter(({ name, type }) => type === 'string' && !OWN.has(name))
        .map(({ name }) => ({ name: segmentBase(name), column: name }))
    : named.map((name) => ({ name, column: performanceSegmentColumn(name) }));
}
