import { type Column, MISSING, PRESENT } from '../../columns/Column';
import { PartitionedColumn } from '../../spill/PartitionedColumn';
import type { SpillFile } from '../../spill/SpillFile';

/** A column in a temporary file, of which one part at a time is read again. */
export interface PartitionedCells {
  read(part: number): Promise<Column>;
}

export async function writeCells(
  file: SpillFile,
  column: Column,
  partOf: Uint8Array,
  parts: number,
  signal?: AbortSignal
): Promise<PartitionedCells> {
  if (column.kind === 'text') {
    const { codes, ...text } = column;
    const written = await PartitionedColumn.write(file, codes, partOf, parts, signal);
    return { read: async (part) => ({ ...text, codes: await written.read(part) }) };
  }
  const { values, states, exact: _, ...others } = column;
  const numbers = await PartitionedColumn.write(file, values, partOf, parts, signal);
  const kinds = states === null ? null : await PartitionedColumn.write(file, states, partOf, parts, signal);
  return {
    read: async (part) => ({
      ...others,
      values: await numbers.read(part),
      states: kinds === null ? null : await kinds.read(part),
    }),
  };
}

/** A column of so many rows like another one, all missing, to be filled. */
export class CellsToFill {
  private readonly codes: Int32Array | null;
  private readonly values: Float64Array | null;
  private readonly states: Uint8Array | null;

  constructor(
    private readonly like: Column,
    rows: number
  ) {
    const isText = like.kind === 'text';
    this.codes = isText ? new Int32Array(rows).fill(-1) : null;
    this.values = isText ? null : new Float64Array(rows).fill(NaN);
    this.states = isText ? null : new Uint8Array(rows).fill(MISSING);
  }

  /** Puts the cells of some rows where they belong: the i-th is that of `rows[i]`. */
  fill(cells: Column, rows: Int32Array): void {
    const { codes, values, states } = this;
    for (let i = 0; i < rows.length; i++) {
      if (cells.kind === 'text' && codes !== null) {
        codes[rows[i]] = cells.codes[i];
      } else if (cells.kind === 'numbers' && values !== null && states !== null) {
        values[rows[i]] = cells.values[i];
        states[rows[i]] = cells.states === null ? PRESENT : cells.states[i];
      }
    }
  }

  finish(): Column {
    const { like, codes, values, states } = this;
    if (like.kind === 'text') {
      return { ...like, codes: codes ?? new Int32Array() };
    }
    return { ...like, exact: undefined, values: values ?? new Float64Array(), states };
  }
}
