import type { Extent, SpillFile } from './SpillFile';

const BUFFER_BYTES = 16_384;

/** The arrays of which a column is made. */
export type Cells = Float64Array | Int32Array | Uint8Array;
type CellsConstructor<Own extends Cells> = new (buffer: ArrayBuffer) => Own;

/**
 * One array of a column in a temporary file, parted: each row's cell is read again with those of its own part, in their
 * order. Each part has a buffer of 16 KB while it is written.
 */
export class PartitionedColumn<Own extends Cells> {
  private constructor(
    private readonly file: SpillFile,
    private readonly extents: ReadonlyArray<readonly Extent[]>,
    private readonly type: CellsConstructor<Own>
  ) {}

  /** @param partOf a part for each row, below `parts` */
  static async write<Own extends Cells>(
    file: SpillFile,
    cells: Own,
    partOf: Uint8Array,
    parts: number,
    signal?: AbortSignal
  ): Promise<PartitionedColumn<Own>> {
    const type = cells.constructor as CellsConstructor<Own>;
    const length = BUFFER_BYTES / cells.BYTES_PER_ELEMENT;
    const buffers = Array.from({ length: parts }, () => new type(new ArrayBuffer(BUFFER_BYTES)));
    const sizes = new Int32Array(parts);
    const extents = Array.from({ length: parts }, (): Extent[] => []);
    const flush = async (part: number) => {
      const bytes = new Uint8Array(buffers[part].buffer, 0, sizes[part] * cells.BYTES_PER_ELEMENT);
      extents[part].push(await file.append(bytes));
      sizes[part] = 0;
    };
    for (let row = 0; row < cells.length; row++) {
      const part = partOf[row];
      buffers[part][sizes[part]++] = cells[row];
      if (sizes[part] === length) {
        signal?.throwIfAborted();
        await flush(part);
      }
    }
    for (let part = 0; part < parts; part++) {
      if (sizes[part] > 0) {
        await flush(part);
      }
    }
    return new PartitionedColumn(file, extents, type);
  }

  async read(part: number): Promise<Own> {
    return new this.type((await this.file.read(this.extents[part])).buffer);
  }
}
