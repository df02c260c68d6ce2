/**
 * Noise of a series: an autoregression with coefficient `phi`, and beside it independent noise of each window, written as
 * x_t = φx_{t−1} + u_t + θu_{t−1}, −φ ≤ θ ≤ 0. θ = 0: no independent noise beside the autoregression.
 */
export interface NoiseModel {
  readonly phi: number;
  readonly theta: number;
}

const PHIS = [0.3, 0.6, 0.8, 0.92, 0.975];
/** Of −θ/φ. */
const SHARES = [0, 0.6, 0.88];

/** The models that a series is tried with. */
export const NOISE_MODELS: readonly NoiseModel[] = [
  { phi: 0, theta: 0 },
  ...PHIS.flatMap((phi) => SHARES.map((share) => ({ phi, theta: -share * phi }))),
];

/** Variance of the first value of a stretch over that of u. */
export function startVariance({ phi, theta }: NoiseModel): number {
  return (1 + 2 * phi * theta + theta * theta) / (1 - phi * phi);
}

/** What whitening makes of the variance of noise that is white already. */
export function whiteGain({ phi, theta }: NoiseModel): number {
  return 1 + (phi + theta) ** 2 / (1 - theta * theta);
}
