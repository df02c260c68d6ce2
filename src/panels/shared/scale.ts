/** From a value to pixels. */
export type Scale = (value: number) => number;

export function linearScale([from, to]: readonly [number, number], [low, high]: readonly [number, number]): Scale {
  const span = to - from;
  return (value) => (span === 0 ? (low + high) / 2 : low + ((value - from) / span) * (high - low));
}

/** Logarithmic; values at or below the start lie at the start. */
export function logarithmicScale([from, to]: readonly [number, number], range: readonly [number, number]): Scale {
  const scale = linearScale([Math.log10(from), Math.log10(to)], range);
  return (value) => (value <= from ? range[0] : scale(Math.log10(value)));
}

/** Round numbers between two values, ends included where they are round: steps of 1, 2 or 5 times a power of ten. */
export function niceTicks(from: number, to: number, most: number): number[] {
  const span = to - from;
  if (!(span > 0) || most < 1) {
    return [from];
  }
  const rough = span / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999_999) ?? 10 * power;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  // Multiples of a whole number of steps, so that 0.1 + 0.2 does not add up to 0.30000000000000004.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Powers of ten between two values. */
export function logarithmicTicks(from: number, to: number): number[] {
  const [first, last] = [Math.ceil(Math.log10(from) - 1e-9), Math.floor(Math.log10(to) + 1e-9)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => Number(`1e${first + index}`));
}
