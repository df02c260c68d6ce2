import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  type ParquetParsers,
  type SchemaElement,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { TimeRange } from '../../../query/time';
import { ColumnBuilder } from '../columns/ColumnBuilder';
import type { Column } from '../columns/Column';
import { NumberBuilder } from '../columns/NumberBuilder';
import { freeBuffer } from './freeBuffer';

const MS_A_DAY = 86_400_000;
const MOST_PROMISED = 2 ** 22;

/** Times become milliseconds since the epoch, whatever their unit. */
const PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (milliseconds: bigint) => Number(milliseconds),
  timestampFromMicroseconds: (microseconds: bigint) => Number(microseconds) / 1e3,
  timestampFromNanoseconds: (nanoseconds: bigint) => Number(nanoseconds / 1000n) / 1e3,
  dateFromDays: (days: number) => days * MS_A_DAY,
};

export function readMetadata(buffer: AsyncBuffer): Promise<FileMetaData> {
  return parquetMetadataAsync(buffer, { parsers: PARSERS });
}

/** Names of the columns; of a nested one that of the outermost group. */
export function topLevelColumns({ schema }: FileMetaData): string[] {
  return topLevelElements(schema).map(({ name }) => name);
}

/** The columns that hold dates or times by their type. */
export function timeColumns({ schema }: FileMetaData): ReadonlySet<string> {
  return new Set(
    topLevelElements(schema)
      .filter(isTime)
      .map(({ name }) => name)
  );
}

function topLevelElements(schema: readonly SchemaElement[]): SchemaElement[] {
  const elements: SchemaElement[] = [];
  for (let at = 1; at < schema.length; at = behind(schema, at)) {
    elements.push(schema[at]);
  }
  return elements;
}

/** The schema is a tree in depth-first order. */
function behind(schema: readonly SchemaElement[], at: number): number {
  let next = at + 1;
  for (let child = 0; child < (schema[at].num_children ?? 0); child++) {
    next = behind(schema, next);
  }
  return next;
}

function isTime({ type, converted_type, logical_type }: SchemaElement): boolean {
  return (
    type === 'INT96' ||
    converted_type === 'DATE' ||
    converted_type === 'TIMESTAMP_MILLIS' ||
    converted_type === 'TIMESTAMP_MICROS' ||
    logical_type?.type === 'DATE' ||
    logical_type?.type === 'TIMESTAMP'
  );
}

/** The first and the last time in a row group, by its statistics; null where they are not there. */
export function groupRange({ row_groups }: FileMetaData, group: number, timeField: string): TimeRange | null {
  const chunk = row_groups[group].columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === timeField);
  const statistics = chunk?.meta_data?.statistics;
  const from = statistics?.min_value ?? statistics?.min;
  const to = statistics?.max_value ?? statistics?.max;
  return typeof from === 'number' && typeof to === 'number' ? { from, to } : null;
}

/** One column of a run of rows. */
export async function readColumnChunk(
  file: AsyncBuffer,
  metadata: FileMetaData,
  name: string,
  start: number,
  rows: number,
  isTimeColumn: boolean
): Promise<Column> {
  // The footer of a damaged file may promise any number.
  const capacity = Math.min(rows, MOST_PROMISED);
  const times = isTimeColumn ? new NumberBuilder(true, true, capacity) : null;
  const cells = new ColumnBuilder(false, capacity);
  // All cells are copied: what was read and decoded on the way is in nobody's hands afterwards.
  const used = new Set<ArrayBufferLike>();
  try {
    await parquetRead({
      file: {
        byteLength: file.byteLength,
        async slice(from, to) {
          const bytes = await file.slice(from, to);
          used.add(bytes);
          return bytes;
        },
      },
      metadata,
      columns: [name],
      rowStart: start,
      rowEnd: start + rows,
      compressors,
      parsers: PARSERS,
      onChunk: ({ columnData }) => {
        if (ArrayBuffer.isView(columnData)) {
          used.add(columnData.buffer);
        }
        if (times === null) {
          pushCells(cells, columnData);
        } else {
          pushTimes(times, columnData);
        }
      },
    });
  } finally {
    used.forEach(freeBuffer);
  }
  return (times ?? cells).finish();
}

function pushCells(builder: ColumnBuilder, cells: ArrayLike<unknown>): void {
  if (cells instanceof Float64Array || cells instanceof Float32Array || cells instanceof Int32Array) {
    builder.pushNumbers(cells);
    return;
  }
  for (let row = 0; row < cells.length; row++) {
    builder.push(cells[row]);
  }
}

function pushTimes(builder: NumberBuilder, cells: ArrayLike<unknown>): void {
  for (let row = 0; row < cells.length; row++) {
    const time = cells[row];
    if (typeof time === 'number' || typeof time === 'bigint') {
      builder.pushNumber(Number(time));
    } else {
      builder.pushMissing();
    }
  }
}
