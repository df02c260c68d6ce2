import { nextDouble } from '../../../distribution/nextDouble';

/** How exactly a field holds numbers: `double` and whole numbers are held as they are written. */
export type Precision = 'double' | 'single' | 'half' | 'scaled';

/** Significant digits after which no number of the precision needs another one to be told from its neighbors. */
const DIGITS = { single: 9, half: 5 } as const;
/** A scaled number is a whole number times or over its factor: off by an ulp or two from the decimal that was written. */
const SCALED_DIGITS = 15;
const SCALED_ULPS = 4;

/**
 * The number that was written, for one that the store holds: the shortest decimal that is stored as it, so that 0.7 in a
 * `float` is 0.7 and not 0.69999998. Monotonic; a number that the precision can't hold, such as a mean, stays itself.
 */
export function asWritten(stored: number, precision: Precision): number {
  if (precision === 'double' || Number.isInteger(stored) || !Number.isFinite(stored)) {
    return stored;
  }
  if (precision === 'scaled') {
    const written = Number(stored.toPrecision(SCALED_DIGITS));
    return Math.abs(written - stored) <= SCALED_ULPS * ulpOf(stored) ? written : stored;
  }
  const round = ROUND[precision];
  if (round(stored) !== stored) {
    return stored;
  }
  for (let digits = 1; digits < DIGITS[precision]; digits++) {
    const written = Number(stored.toPrecision(digits));
    if (round(written) === stored) {
      return written;
    }
  }
  return Number(stored.toPrecision(DIGITS[precision]));
}

/** The smallest number that the store can hold, and that was written as `edge` or more. */
export function storedFrom(edge: number, precision: Precision): number {
  if (precision === 'double' || !Number.isFinite(edge)) {
    return edge;
  }
  const [start, down, up] = stepsFrom(edge, precision);
  let found = start;
  for (let i = 0; i < SCALED_ULPS && asWritten(found, precision) < edge; i++) {
    found = up(found);
  }
  for (let i = 0; i < SCALED_ULPS && asWritten(down(found), precision) >= edge; i++) {
    found = down(found);
  }
  return found;
}

/** What a number may be held as: one number, but where a factor is multiplied by. */
export function storedAs(written: number, precision: Precision): number[] {
  if (precision === 'single' || precision === 'half') {
    return [ROUND[precision](written)];
  }
  if (precision === 'double' || Number.isInteger(written)) {
    return [written];
  }
  const above = nextDouble(written);
  const below = -nextDouble(-written);
  return [-nextDouble(-below), below, written, above, nextDouble(above)];
}

const ROUND = { single: Math.fround, half: roundHalf } as const;

type Step = (value: number) => number;

function stepsFrom(edge: number, precision: Exclude<Precision, 'double'>): [number, Step, Step] {
  switch (precision) {
    case 'single':
      return [Math.fround(edge), (value) => -nextSingle(-value), nextSingle];
    case 'half':
      return [roundHalf(edge), (value) => -nextHalf(-value), nextHalf];
    case 'scaled':
      return [edge, (value) => -nextDouble(-value), nextDouble];
  }
}

const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);

function nextSingle(value: number): number {
  single[0] = value;
  bits[0] = single[0] === 0 ? 1 : bits[0] + (value > 0 ? 1 : -1);
  return single[0];
}

/** IEEE 754 binary16: eleven bits, the smallest step 2^-24. */
const HALF_BITS = 10;
const HALF_LEAST = -14;

function halfStep(value: number): number {
  const exponent = value === 0 ? HALF_LEAST : Math.max(HALF_LEAST, Math.floor(Math.log2(Math.abs(value))));
  return 2 ** (exponent - HALF_BITS);
}

/** To the nearest, ties to even. */
function roundHalf(value: number): number {
  const step = halfStep(value);
  const steps = value / step;
  const low = Math.floor(steps);
  const rest = steps - low;
  const isUp = rest > 0.5 || (rest === 0.5 && low % 2 !== 0);
  return (isUp ? low + 1 : low) * step;
}

function nextHalf(value: number): number {
  // Below a power of two, towards zero, the steps are half as long.
  const step = value < 0 && Number.isInteger(Math.log2(-value)) ? halfStep(value) / 2 : halfStep(value);
  return value + Math.max(step, 2 ** (HALF_LEAST - HALF_BITS));
}

function ulpOf(value: number): number {
  const size = Math.abs(value);
  return nextDouble(size) - size;
}
