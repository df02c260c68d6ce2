import type { AsyncBuffer, ColumnMetaData } from 'hyparquet';
import { freeBuffer } from '../freeBuffer';

/** A column of one row group. */
export interface Chunk {
  readonly meta: ColumnMetaData;
  readonly rows: number;
}

interface Place {
  readonly chunk: Chunk;
  readonly start: number;
  readonly end: number;
}

/** Small chunks are read together with what lies between them, if that is no more. */
const GAP_BYTES = 2 ** 16;
const RUN_BYTES = 2 ** 20;
/** The collector takes smaller buffers soon enough, and giving each back costs more than reading it. */
const FREED_BYTES = 2 ** 16;

/** The bytes of chunks one after the other; each is given back when the next is asked for. */
export async function* chunkBytes(
  file: AsyncBuffer,
  chunks: readonly Chunk[]
): AsyncGenerator<{ readonly chunk: Chunk; readonly bytes: ArrayBuffer }> {
  for (const run of runsOf(chunks.map(placeOf))) {
    const start = run[0].start;
    const all = await read(file, start, run[run.length - 1].end);
    for (const { chunk, start: from, end } of run) {
      const bytes = run.length === 1 ? all : all.slice(from - start, end - start);
      try {
        yield { chunk, bytes };
      } finally {
        if (bytes.byteLength >= FREED_BYTES) {
          freeBuffer(bytes);
        }
      }
    }
  }
}

function placeOf(chunk: Chunk): Place {
  const { data_page_offset: data, dictionary_page_offset: dictionary, total_compressed_size: size } = chunk.meta;
  // Some writers name no dictionary, or one that lies behind the data.
  const start = Number(dictionary && dictionary < data ? dictionary : data);
  return { chunk, start, end: chunk.rows === 0 ? start : start + Number(size) };
}

function runsOf(places: readonly Place[]): Place[][] {
  const runs: Place[][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const fits = run !== undefined && last !== undefined && place.end - run[0].start <= RUN_BYTES;
    if (fits && place.start >= last.end && place.start - last.end <= GAP_BYTES) {
      run.push(place);
    } else {
      runs.push([place]);
    }
  }
  return runs;
}

async function read(file: AsyncBuffer, start: number, end: number): Promise<ArrayBuffer> {
  return start === end ? new ArrayBuffer(0) : file.slice(start, end);
}
