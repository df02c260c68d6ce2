import type { CdfKnots } from '../../distribution/cdf/cdfKnots';
import { shareBetween } from './knotDistances';

/** Rounding of summed shares, not mass. */
const NO_MASS = 1e-12;

/**
 * Walks over the stretches between neighboring knots of two distribution functions. On each, both rise from a known
 * share to a known share; `left` and `right` are their values at its ends where values are spread evenly between knots.
 */
export class StretchWalker {
  from: number;
  to: number;
  fLow = 0;
  fHigh = 0;
  fLeft = 0;
  fRight = 0;
  gLow = 0;
  gHigh = 0;
  gLeft = 0;
  gRight = 0;
  /** Whether an unbounded stretch on which something differs was met: areas are then not defined. */
  isUnbounded = false;
  private i = 0;
  private j = 0;

  constructor(
    private readonly f: CdfKnots,
    private readonly g: CdfKnots
  ) {
    this.from = Math.min(f.x[0], g.x[0]);
    this.to = this.from;
    this.skip();
  }

  /** Moves to the next bounded stretch; false at the end, or at an unbounded one that matters. */
  next(): boolean {
    const { f, g } = this;
    while (this.i < f.x.length || this.j < g.x.length) {
      this.from = this.to;
      const x = this.i < f.x.length ? f.x[this.i] : Infinity;
      const y = this.j < g.x.length ? g.x[this.j] : Infinity;
      this.to = x < y ? x : y;
      this.fLow = this.i === 0 ? 0 : f.share[this.i - 1];
      this.fHigh = this.i < f.x.length ? f.share[this.i] : 1;
      this.gLow = this.j === 0 ? 0 : g.share[this.j - 1];
      this.gHigh = this.j < g.x.length ? g.share[this.j] : 1;
      if (this.to - this.from < Infinity) {
        this.fLeft = shareBetween(f, this.i, this.from);
        this.fRight = x === this.to ? this.fHigh : shareBetween(f, this.i, this.to);
        this.gLeft = shareBetween(g, this.j, this.from);
        this.gRight = y === this.to ? this.gHigh : shareBetween(g, this.j, this.to);
        this.skip();
        return true;
      }
      if (this.mattersHere()) {
        this.isUnbounded = true;
        return false;
      }
      this.skip();
    }
    return false;
  }

  private mattersHere(): boolean {
    return (
      this.fHigh - this.fLow > NO_MASS || this.gHigh - this.gLow > NO_MASS || Math.abs(this.fLow - this.gLow) > NO_MASS
    );
  }

  /** To the first knots beyond `to`. */
  private skip(): void {
    while (this.i < this.f.x.length && this.f.x[this.i] === this.to) {
      this.i++;
    }
    while (this.j < this.g.x.length && this.g.x[this.j] === this.to) {
      this.j++;
    }
  }
}
