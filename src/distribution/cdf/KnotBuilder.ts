import type { CdfKnots } from './cdfKnots';

/** Collects knots in ascending order; one at the same cut replaces the one before. */
export class KnotBuilder {
  private readonly x: Float64Array;
  private readonly after: Uint8Array;
  private readonly share: Float64Array;
  private size = 0;

  constructor(capacity: number) {
    this.x = new Float64Array(capacity);
    this.after = new Uint8Array(capacity);
    this.share = new Float64Array(capacity);
  }

  add(x: number, after: 0 | 1, share: number): void {
    const last = this.size - 1;
    if (last < 0 || this.x[last] !== x || this.after[last] !== after) {
      this.size++;
    }
    this.x[this.size - 1] = x;
    this.after[this.size - 1] = after;
    this.share[this.size - 1] = share < 1 ? share : 1;
  }

  /** Nothing lies before a known minimum or after a known maximum: knots beyond them say nothing more. */
  finish(minimum?: number, maximum?: number): CdfKnots {
    if (minimum !== undefined || maximum !== undefined) {
      return this.within(minimum ?? NaN, maximum ?? NaN).finish();
    }
    const x = this.x.subarray(0, this.size);
    const after = this.after.subarray(0, this.size);
    const share = this.share.subarray(0, this.size);
    share[0] = 0;
    share[this.size - 1] = 1;
    return { x, after, share };
  }

  private within(minimum: number, maximum: number): KnotBuilder {
    const result = new KnotBuilder(this.size + 2);
    if (minimum === minimum) {
      result.add(minimum, 0, 0);
    }
    for (let k = 0; k < this.size; k++) {
      const x = this.x[k];
      const after = this.after[k] === 1 ? 1 : 0;
      const isTooLow = x < minimum || (x === minimum && after === 0);
      const isTooHigh = x > maximum || (x === maximum && after === 1);
      if (!isTooLow && !isTooHigh) {
        result.add(x, after, this.share[k]);
      }
    }
    if (maximum === maximum) {
      result.add(maximum, 1, 1);
    }
    return result;
  }
}
