import type { ParityDifference } from './compareValues';

export type Logarithm = 'ln' | 'log10' | 'log2' | 'log1p';

/** What preprocessing does to a number, and how it is called. */
export interface Transformation {
  readonly difference: ParityDifference;
  apply(value: number): number;
}

const LOGARITHMS: ReadonlyArray<readonly [Logarithm, (value: number) => number]> = [
  ['ln', Math.log],
  ['log10', Math.log10],
  ['log2', Math.log2],
  ['log1p', Math.log1p],
];

/** Those that exist for every value from the smallest on. */
export function logarithms(smallest: number): Transformation[] {
  return LOGARITHMS.filter(([, apply]) => Number.isFinite(apply(smallest))).map(([of, apply]) => ({
    difference: { kind: 'logarithm', of },
    apply,
  }));
}

export function clipping(low: number, high: number): Transformation {
  return { difference: { kind: 'clipped', low, high }, apply: (value) => Math.min(Math.max(value, low), high) };
}

export function affine(factor: number, offset: number): Transformation {
  return { difference: { kind: 'affine', factor, offset }, apply: (value) => value * factor + offset };
}

export function scaling(factor: number): Transformation {
  return { difference: { kind: 'scaled', factor }, apply: (value) => value * factor };
}

export function shift(offset: number): Transformation {
  return { difference: { kind: 'offset', offset }, apply: (value) => value + offset };
}

export function rounding(decimals: number): Transformation[] {
  const unit = 10 ** decimals;
  return [
    { difference: { kind: 'rounded', decimals }, apply: (value) => Math.round(value * unit) / unit },
    { difference: { kind: 'truncated_decimals', decimals }, apply: (value) => Math.trunc(value * unit) / unit },
  ];
}
