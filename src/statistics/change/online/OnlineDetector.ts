/** Looks at one value after the other, and says after each whether the stream has changed. After an alarm it starts anew. */
export interface OnlineDetector {
  update(value: number): boolean;
}

/** Mean of a stream so far, value by value. */
export class RunningMean {
  count = 0;
  mean = 0;

  add(value: number): void {
    this.count += 1;
    this.mean += (value - this.mean) / this.count;
  }

  copy(): RunningMean {
    const copy = new RunningMean();
    [copy.count, copy.mean] = [this.count, this.mean];
    return copy;
  }
}
