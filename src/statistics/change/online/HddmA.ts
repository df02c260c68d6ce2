import { type OnlineDetector, RunningMean } from './OnlineDetector';

const CONFIDENCE = 0.001;

/**
 * Drift detection by Hoeffding's bound on averages (I. Frías-Blanco et al., "Online and non-parametric drift detection
 * methods based on Hoeffding's bounds", 2015, test A), of values from 0 to 1 that grow; `bothSides`: or shrink.
 */
export class HddmA implements OnlineDetector {
  private all = new RunningMean();
  private least = new RunningMean();
  private most = new RunningMean();

  constructor(private readonly bothSides = false) {}

  update(value: number): boolean {
    this.all.add(value);
    this.least = this.least.count === 0 ? this.all.copy() : this.least;
    this.most = this.most.count === 0 ? this.all.copy() : this.most;
    const bound = hoeffding(this.all.count);
    if (this.least.mean + hoeffding(this.least.count) >= this.all.mean + bound) {
      this.least = this.all.copy();
    }
    if (this.most.mean - hoeffding(this.most.count) <= this.all.mean - bound) {
      this.most = this.all.copy();
    }
    const isAlarm =
      this.exceeds(this.least, this.all.mean - this.least.mean) ||
      (this.bothSides && this.exceeds(this.most, this.most.mean - this.all.mean));
    if (isAlarm) {
      [this.all, this.least, this.most] = [new RunningMean(), new RunningMean(), new RunningMean()];
    }
    return isAlarm;
  }

  private exceeds(cut: RunningMean, difference: number): boolean {
    const { count } = this.all;
    const weight = (count - cut.count) / cut.count / count;
    return cut.count < count && difference >= Math.sqrt((weight / 2) * Math.log(2 / CONFIDENCE));
  }
}

function hoeffding(count: number): number {
  return Math.sqrt((1 / (2 * count)) * Math.log(1 / CONFIDENCE));
}
