import { ksExactTail } from '../../numeric/ksExactTail';
import { seededRandom, type SeededRandom } from '../../random/seededRandom';
import type { OnlineDetector } from './OnlineDetector';

export interface KswinOptions {
  readonly alpha?: number;
  readonly windowSize?: number;
  /** So many newest values are compared with as many of those before. */
  readonly sampleSize?: number;
  readonly seed?: number;
}

/**
 * Kolmogorov–Smirnov windowing (C. Raab, M. Heusinger and F.-M. Schleif, "Reactive soft prototype computing for concept
 * drift streams", 2020): the newest values against as many drawn from those before them in the window, by
 * the exact p-value without ties.
 */
export class Kswin implements OnlineDetector {
  private readonly options: Required<KswinOptions>;
  private window: number[] = [];
  private random: SeededRandom;

  constructor(options: KswinOptions = {}) {
    this.options = { alpha: 0.005, windowSize: 100, sampleSize: 30, seed: 1, ...options };
    this.random = seededRandom(this.options.seed, 'kswin');
  }

  update(value: number): boolean {
    const { alpha, windowSize, sampleSize } = this.options;
    this.window.push(value);
    if (this.window.length < windowSize) {
      return false;
    }
    this.window = this.window.slice(-windowSize);
    const newest = this.window.slice(-sampleSize);
    const before = this.draw(this.window.slice(0, -sampleSize), sampleSize);
    const statistic = ksOf(before, newest);
    const isAlarm =
      ksExactTail(Math.round(statistic * sampleSize * sampleSize), sampleSize, sampleSize, null) <= alpha &&
      statistic > 0.1;
    if (isAlarm) {
      this.window = [];
    }
    return isAlarm;
  }

  private draw(values: number[], count: number): number[] {
    for (let k = 0; k < count; k++) {
      const other = k + this.random.below(values.length - k);
      [values[k], values[other]] = [values[other], values[k]];
    }
    return values.slice(0, count);
  }
}

function ksOf(a: readonly number[], b: readonly number[]): number {
  const below = (values: readonly number[], at: number) => values.filter((value) => value <= at).length / values.length;
  return Math.max(...[...a, ...b].map((at) => Math.abs(below(a, at) - below(b, at))));
}
