/** The values of a multiplicative lattice, as tests/fixtures/statistics/generate.py computes them. */
export interface Lattice {
  readonly size: number;
  readonly multiplier: number;
  readonly modulus: number;
  readonly scale: number;
  readonly shift: number;
}

/** A sample of the numeric fixtures: written out, or a lattice. */
export function latticeValues(sample: readonly number[] | Lattice): number[] {
  return 'size' in sample
    ? Array.from(
        { length: sample.size },
        (_, i) => ((((i + 1) * sample.multiplier) % sample.modulus) / sample.modulus) * sample.scale + sample.shift
      )
    : [...sample];
}
