import type { OnlineDetector } from './OnlineDetector';

const WARM_UP = 30;
/** The level of distances, relative to the largest, below which there is drift. */
const BETA = 0.9;

/** Early drift detection method on errors, 0 or 1 (M. Baena-García et al. 2006): distances between errors that shrink. */
export class Eddm implements OnlineDetector {
  private count = 0;
  private errors = 0;
  private last = 0;
  private mean = 0;
  private squares = 0;
  private most = -1;

  update(error: number): boolean {
    this.count += 1;
    if (error !== 1) {
      return false;
    }
    this.errors += 1;
    const distance = this.count - this.last;
    const before = this.mean;
    this.mean += (distance - before) / this.errors;
    this.squares += (distance - before) * (distance - this.mean);
    this.last = this.count;
    if (this.count <= WARM_UP) {
      return false;
    }
    const level = this.mean + 2 * Math.sqrt(this.errors > 1 ? this.squares / (this.errors - 1) : 0);
    if (level > this.most) {
      this.most = level;
      return false;
    }
    const isAlarm = this.errors > WARM_UP && level / this.most < BETA;
    if (isAlarm) {
      [this.count, this.errors, this.last, this.mean, this.squares, this.most] = [0, 0, 0, 0, 0, -1];
    }
    return isAlarm;
  }
}
