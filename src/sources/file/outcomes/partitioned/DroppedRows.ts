/** The rows of windows that do not count, found part by part. */
export class DroppedRows {
  private readonly dropped: Array<Uint8Array | null>;

  constructor(private readonly windows: readonly Int32Array[]) {
    this.dropped = windows.map(() => null);
  }

  /**
   * @param asked rows of the window in one part, in their order
   * @param kept places of those of them that count, in `rows`, in the same order
   */
  note(window: number, asked: Int32Array, kept: Int32Array, rows: Int32Array): void {
    if (kept.length === asked.length) {
      return;
    }
    const all = this.windows[window];
    const dropped = (this.dropped[window] ??= new Uint8Array(all[all.length - 1] + 1));
    let next = 0;
    for (let i = 0; i < asked.length; i++) {
      if (next < kept.length && rows[kept[next]] === asked[i]) {
        next++;
      } else {
        dropped[asked[i]] = 1;
      }
    }
  }

  /** Of each window the others. */
  rest(): Int32Array[] {
    return this.windows.map((rows, i) => {
      const dropped = this.dropped[i];
      return dropped === null ? rows : rows.filter((row) => dropped[row] !== 1);
    });
  }
}
