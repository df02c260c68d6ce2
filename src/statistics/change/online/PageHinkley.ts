import { type OnlineDetector, RunningMean } from './OnlineDetector';

export interface PageHinkleyOptions {
  readonly delta?: number;
  readonly threshold?: number;
  /** Of the sums so far what stays at each value. */
  readonly forgetting?: number;
  readonly least?: number;
}

/**
 * Page–Hinkley's test (E. Page, "Continuous inspection schemes", Biometrika 41, 1954; with a mean that is learnt and sums
 * that fade as in J. Gama et al., "A survey on concept drift adaptation", 2014), to both sides: how far the sum of
 * deviations from the mean lies above its least, or below its largest.
 */
export class PageHinkley implements OnlineDetector {
  private readonly options: Required<PageHinkleyOptions>;
  private mean = new RunningMean();
  private up = 0;
  private down = 0;
  private least = Infinity;
  private most = -1;

  constructor(options: PageHinkleyOptions = {}) {
    this.options = { delta: 0.005, threshold: 50, forgetting: 0.9999, least: 30, ...options };
  }

  update(value: number): boolean {
    const { delta, threshold, forgetting, least } = this.options;
    this.mean.add(value);
    const deviation = value - this.mean.mean;
    this.up = forgetting * this.up + deviation - delta;
    this.down = forgetting * this.down + deviation + delta;
    this.least = Math.min(this.least, this.up);
    this.most = Math.max(this.most, this.down);
    const isAlarm = this.mean.count >= least && (this.up - this.least > threshold || this.most - this.down > threshold);
    if (isAlarm) {
      this.mean = new RunningMean();
      [this.up, this.down, this.least, this.most] = [0, 0, Infinity, -1];
    }
    return isAlarm;
  }
}
