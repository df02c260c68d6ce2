import type { OnlineDetector } from './OnlineDetector';

const CONFIDENCE = 0.001;
const LAMBDA = 0.05;

/** An exponentially weighted mean, and the sum of its squared weights. */
interface Weighted {
  readonly mean: number | null;
  readonly bound: number;
}
const NOTHING: Weighted = { mean: null, bound: 1 };

/** As HddmA, of exponentially weighted means by McDiarmid's bound (I. Frías-Blanco et al. 2015, test W, λ = .05). */
export class HddmW implements OnlineDetector {
  private all = NOTHING;
  private before = { up: NOTHING, down: NOTHING };
  private since = { up: NOTHING, down: NOTHING };
  private cut = { up: Infinity, down: -Infinity };

  constructor(private readonly bothSides = false) {}

  update(value: number): boolean {
    this.all = plus(this.all, value);
    const margin = mcDiarmid(this.all.bound);
    const mean = this.all.mean ?? 0;
    this.follow('up', mean + margin, mean + margin < this.cut.up, value);
    this.follow('down', mean - margin, mean - margin > this.cut.down, value);
    const isAlarm = grew(this.before.up, this.since.up) || (this.bothSides && grew(this.since.down, this.before.down));
    if (isAlarm) {
      this.all = NOTHING;
      this.before = { up: NOTHING, down: NOTHING };
      this.since = { up: NOTHING, down: NOTHING };
      this.cut = { up: Infinity, down: -Infinity };
    }
    return isAlarm;
  }

  private follow(side: 'up' | 'down', at: number, isBeyond: boolean, value: number): void {
    if (isBeyond) {
      this.cut[side] = at;
      this.before[side] = this.all;
      this.since[side] = NOTHING;
    } else {
      this.since[side] = plus(this.since[side], value);
    }
  }
}

function plus({ mean, bound }: Weighted, value: number): Weighted {
  return {
    mean: mean === null ? value : LAMBDA * value + (1 - LAMBDA) * mean,
    bound: LAMBDA * LAMBDA + (1 - LAMBDA) ** 2 * bound,
  };
}

function mcDiarmid(bound: number): number {
  return Math.sqrt((bound * Math.log(1 / CONFIDENCE)) / 2);
}

function grew(first: Weighted, second: Weighted): boolean {
  return (
    first.mean !== null && second.mean !== null && second.mean - first.mean > mcDiarmid(first.bound + second.bound)
  );
}
