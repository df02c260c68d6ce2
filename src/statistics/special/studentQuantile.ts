import { normalQuantile } from './normalQuantile';
import { studentTwoSidedTail } from './studentTwoSidedTail';

const MOST_STEPS = 100;

/**
 * The t > 0 with P(|T| ≥ t) = `tail` of Student's distribution with `degrees` > 0 degrees of freedom: `studentTwoSidedTail`
 * inverted on the logarithms of both, where it is close to a line, by secants kept inside a bracket.
 */
export function studentQuantile(tail: number, degrees: number): number {
  // Intervals of several metrics of the same rows ask for the same one.
  if (last.tail !== tail || last.degrees !== degrees) {
    last = { tail, degrees, quantile: invert(tail, degrees) };
  }
  return last.quantile;
}

let last = { tail: NaN, degrees: NaN, quantile: NaN };

function invert(tail: number, degrees: number): number {
  if (!(tail > 0)) {
    return Infinity;
  }
  if (tail >= 1) {
    return 0;
  }
  const target = Math.log(tail);
  const gap = (logT: number) => Math.log(studentTwoSidedTail(Math.exp(logT), degrees)) - target;
  // Student's tail is the heavier one: its quantile lies above.
  let [low, high] = bracket(gap, Math.log(-normalQuantile(tail / 2)));
  let [lowGap, highGap] = [gap(low), gap(high)];
  for (let step = 0; step < MOST_STEPS && high - low > 1e-15 * Math.max(1, Math.abs(high)); step++) {
    const secant = low + ((high - low) * lowGap) / (lowGap - highGap);
    // Every third step halves, so that the bracket always shrinks from both ends.
    const next = step % 3 === 2 || !(secant > low && secant < high) ? (low + high) / 2 : secant;
    const nextGap = gap(next);
    if (nextGap === 0) {
      return Math.exp(next);
    }
    if (nextGap > 0) {
      [low, lowGap] = [next, nextGap];
    } else {
      [high, highGap] = [next, nextGap];
    }
  }
  return Math.exp((low + high) / 2);
}

/** Two ends between which the gap, which falls, changes its sign. */
function bracket(gap: (logT: number) => number, start: number): [number, number] {
  let low = start - 1e-9;
  while (gap(low) < 0) {
    low -= 1;
  }
  let width = 0.5;
  while (gap(low + width) > 0) {
    width *= 2;
  }
  return [low, low + width];
}
