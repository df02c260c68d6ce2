import type { OnlineDetector } from './OnlineDetector';

export interface CusumOptions {
  /** So many first values tell mean and standard deviation. */
  readonly warmUp?: number;
  /** In standard deviations: what is let pass at each value. */
  readonly slack?: number;
  /** In standard deviations. */
  readonly threshold?: number;
}

/** Page's cumulative sums to both sides (Biometrika 41, 1954) around the mean of the first values, in their standard deviations. */
export class Cusum implements OnlineDetector {
  private readonly options: Required<CusumOptions>;
  private first: number[] = [];
  private up = 0;
  private down = 0;

  constructor(options: CusumOptions = {}) {
    this.options = { warmUp: 30, slack: 0.5, threshold: 5, ...options };
  }

  update(value: number): boolean {
    const { warmUp, slack, threshold } = this.options;
    if (this.first.length < warmUp) {
      this.first.push(value);
      return false;
    }
    const mean = this.first.reduce((sum, one) => sum + one, 0) / warmUp;
    const deviation = Math.sqrt(this.first.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (warmUp - 1));
    const z = deviation > 0 ? (value - mean) / deviation : 0;
    this.up = Math.max(0, this.up + z - slack);
    this.down = Math.max(0, this.down - z - slack);
    const isAlarm = this.up > threshold || this.down > threshold;
    if (isAlarm) {
      [this.first, this.up, this.down] = [[], 0, 0];
    }
    return isAlarm;
  }
}
