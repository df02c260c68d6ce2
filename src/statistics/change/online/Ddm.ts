import { type OnlineDetector, RunningMean } from './OnlineDetector';

/** Standard deviations above the least error rate. */
const DRIFT = 3;
const WARM_UP = 30;

/** Drift detection method on errors, 0 or 1 (J. Gama et al., "Learning with drift detection", 2004): p + s > p_min + 3 s_min. */
export class Ddm implements OnlineDetector {
  private rate = new RunningMean();
  private leastRate = 0;
  private leastDeviation = 0;
  private least = Infinity;

  update(error: number): boolean {
    this.rate.add(error);
    const { mean, count } = this.rate;
    const deviation = Math.sqrt((mean * (1 - mean)) / count);
    if (count <= WARM_UP) {
      return false;
    }
    if (mean + deviation <= this.least) {
      [this.leastRate, this.leastDeviation, this.least] = [mean, deviation, mean + deviation];
    }
    const isAlarm = mean + deviation > this.leastRate + DRIFT * this.leastDeviation;
    if (isAlarm) {
      [this.rate, this.least] = [new RunningMean(), Infinity];
    }
    return isAlarm;
  }
}
