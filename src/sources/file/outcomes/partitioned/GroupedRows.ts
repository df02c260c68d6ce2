/** Rows parted: those of each part in their order. */
export class GroupedRows {
  private readonly grouped: Int32Array;
  private readonly starts: Int32Array;

  /** @param rows which rows; all of them where null. @param partOf the part of each row, below `parts` */
  constructor(rows: Int32Array | null, partOf: Uint8Array, parts: number) {
    const size = rows?.length ?? partOf.length;
    const starts = new Int32Array(parts + 1);
    for (let i = 0; i < size; i++) {
      starts[partOf[rows === null ? i : rows[i]] + 1]++;
    }
    for (let part = 0; part < parts; part++) {
      starts[part + 1] += starts[part];
    }
    const next = starts.slice();
    this.grouped = new Int32Array(size);
    for (let i = 0; i < size; i++) {
      const row = rows === null ? i : rows[i];
      this.grouped[next[partOf[row]]++] = row;
    }
    this.starts = starts;
  }

  rows(part: number): Int32Array {
    return this.grouped.subarray(this.starts[part], this.starts[part + 1]);
  }
}
