import { gammaUpperTail } from './chiSquareUpperTail';

/**
 * P(X ≥ x) for the Pearson type III distribution (a shifted gamma) with the mean, variance and skewness of a sample of
 * X. Negative skewness counts as none. A sample without variance gives 1 up to its value and 0 above it.
 */
export function pearsonUpperTail(x: number, sample: Float64Array): number {
  const count = sample.length;
  let mean = 0;
  for (let i = 0; i < count; i++) {
    mean += sample[i] / count;
  }
  let second = 0;
  let third = 0;
  for (let i = 0; i < count; i++) {
    const difference = sample[i] - mean;
    second += (difference * difference) / count;
    third += (difference * difference * difference) / count;
  }
  const deviation = Math.sqrt(second);
  if (!(deviation > Math.abs(mean) * 1e-9)) {
    return x <= mean + Math.abs(mean) * 1e-9 ? 1 : 0;
  }
  // A skewness of 0.002 is the normal distribution to all purposes.
  const skewness = Math.max(third / (deviation * second), 0.002);
  const shape = 4 / (skewness * skewness);
  return gammaUpperTail(shape + ((x - mean) / deviation) * Math.sqrt(shape), shape);
}
