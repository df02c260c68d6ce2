/** Which rows of a file were kept, in runs: of a log in order there are few. */
export class KeptRows {
  private seen = 0;
  private kept = 0;
  private isRun = false;
  /** 0-based: where each run begins in the file, and among the rows that were kept. */
  private readonly inFile: number[] = [];
  private readonly amongKept: number[] = [];

  /** Rows that were looked at. */
  get rows(): number {
    return this.seen;
  }

  keep(): void {
    if (!this.isRun) {
      this.inFile.push(this.seen);
      this.amongKept.push(this.kept);
      this.isRun = true;
    }
    this.seen++;
    this.kept++;
  }

  leaveOut(): void {
    this.seen++;
    this.isRun = false;
  }

  /** 1-based number in the file of a row that was kept, 0-based among those. */
  numberOf(row: number): number {
    let low = 0;
    let high = this.amongKept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.amongKept[middle] <= row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low === 0 ? row + 1 : this.inFile[low - 1] + row - this.amongKept[low - 1] + 1;
  }
}
