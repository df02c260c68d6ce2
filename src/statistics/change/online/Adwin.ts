import type { OnlineDetector } from './OnlineDetector';

const CLOCK = 32;
const MOST_BUCKETS = 5;
const LEAST_LENGTH = 5;
const GRACE = 10;

interface Bucket {
  readonly size: number;
  readonly sum: number;
  /** Sum of squared deviations from the bucket's mean. */
  readonly squares: number;
}

/**
 * Adaptive windowing (A. Bifet and R. Gavaldà, "Learning from time-changing data with adaptive windowing", 2007, ADWIN2):
 * a window in buckets whose sizes are powers of 2, at most five of each, is cut where the means on both sides differ by more
 * than its bound; looked at after each 32nd value.
 */
export class Adwin implements OnlineDetector {
  /** Oldest first; sizes fall. */
  private buckets: Bucket[] = [];
  private ticks = 0;

  constructor(private readonly delta = 0.002) {}

  update(value: number): boolean {
    this.ticks += 1;
    this.buckets.push({ size: 1, sum: value, squares: 0 });
    this.compress();
    const { size } = this.whole();
    const isAlarm = this.ticks % CLOCK === 0 && size > GRACE && this.cut();
    if (isAlarm) {
      [this.buckets, this.ticks] = [[], 0];
    }
    return isAlarm;
  }

  private whole(): Bucket {
    return this.buckets.reduce(merge, { size: 0, sum: 0, squares: 0 });
  }

  /** Merges the two oldest of a size wherever there are too many of it. */
  private compress(): void {
    for (let size = 1; ; size *= 2) {
      const first = this.buckets.findIndex((bucket) => bucket.size === size);
      const count = this.buckets.filter((bucket) => bucket.size === size).length;
      if (count <= MOST_BUCKETS) {
        return;
      }
      this.buckets.splice(first, 2, merge(this.buckets[first], this.buckets[first + 1]));
    }
  }

  private cut(): boolean {
    const whole = this.whole();
    const variance = whole.squares / whole.size;
    const log = Math.log((2 * Math.log(whole.size)) / this.delta);
    let [size, sum] = [0, 0];
    return this.buckets.some((bucket) => {
      size += bucket.size;
      sum += bucket.sum;
      const rest = whole.size - size;
      if (size < LEAST_LENGTH || rest < LEAST_LENGTH) {
        return false;
      }
      const harmonic = 1 / (size - LEAST_LENGTH + 1) + 1 / (rest - LEAST_LENGTH + 1);
      const bound = Math.sqrt(2 * harmonic * variance * log) + (2 / 3) * log * harmonic;
      return Math.abs(sum / size - (whole.sum - sum) / rest) > bound;
    });
  }
}

function merge(a: Bucket, b: Bucket): Bucket {
  const size = a.size + b.size;
  const gap = a.size === 0 ? 0 : a.sum / a.size - b.sum / b.size;
  return { size, sum: a.sum + b.sum, squares: a.squares + b.squares + (a.size * b.size * gap * gap) / size };
}
