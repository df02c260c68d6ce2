import type { FieldLike, FrameLike } from '../FrameLike';
import type { ResultMeta } from '../ResultMeta';
import { segmentColumn } from '../segmentColumn';
import { readMeta } from '../readMeta';
import { type DriftColumnName, LEADING_COLUMNS, TRAILING_COLUMNS } from './driftColumns';
import type { DriftRow } from './DriftRow';

/** A drift table as a panel works on it. */
export interface DriftTable {
  readonly rows: readonly DriftRow[];
  readonly meta: ResultMeta;
}

const REQUIRED: readonly DriftColumnName[] = ['time', 'feature', 'verdict', 'severity'];
const COLUMNS = [...LEADING_COLUMNS, ...TRAILING_COLUMNS];

/** The rows of all drift tables among the frames; null where there is none. The meta is that of the first. */
export function readDrift(frames: readonly FrameLike[]): DriftTable | null {
  const tables = frames.filter(isDriftTable);
  if (tables.length === 0) {
    return null;
  }
  return { rows: tables.flatMap(readRows), meta: readMeta(tables[0]) };
}

function isDriftTable({ fields }: FrameLike): boolean {
  return REQUIRED.every((name) => fields.some((field) => field.name === name));
}

function readRows(frame: FrameLike): DriftRow[] {
  const field = (name: string): FieldLike | undefined => frame.fields.find((candidate) => candidate.name === name);
  const own = COLUMNS.map(({ name, kind }) => ({ name, kind, values: field(name)?.values }));
  const segments = readMeta(frame).segmentBy.map((name) => ({ name, values: field(segmentColumn(name))?.values }));
  const length = field('feature')?.values.length ?? 0;
  return Array.from({ length }, (_, index) => {
    const row: Record<string, unknown> = {};
    for (const { name, values } of own) {
      row[name] = values?.[index] ?? (name === 'deciding' ? true : null);
    }
    const segment = segments.flatMap(({ name, values }) =>
      values?.[index] == null ? [] : [[name, String(values[index])]]
    );
    return { ...row, segment: Object.fromEntries(segment) } as unknown as DriftRow;
  });
}
