import { startVariance } from './NoiseModel';
import { Whitening } from './Whitening';

const MODEL = { phi: 0.8, theta: -0.3 };
const SIZE = 30;
const STRETCHES = [0, 11, 12];

describe('Whitening', () => {
  const whitening = new Whitening(MODEL, STRETCHES, SIZE);
  const white = Float64Array.from({ length: SIZE }, (_, t) => Math.sin(1 + 7 * t));
  const step = (at: number) => Float64Array.from({ length: SIZE }, (_, t) => Number(t >= at));
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, t) => sum + value * b[t], 0);

  it('gives back what an autoregression with noise was made of, from stretch to stretch', () => {
    const series = new Float64Array(SIZE);
    for (let t = 0; t < SIZE; t++) {
      series[t] = STRETCHES.includes(t)
        ? white[t] * Math.sqrt(startVariance(MODEL))
        : 0.8 * series[t - 1] + white[t] - 0.3 * (STRETCHES.includes(t - 1) ? series[t - 1] : white[t - 1]);
    }
    whitening.apply(series).forEach((value, t) => expect(value).toBeCloseTo(white[t], 12));
  });

  it('knows the products with all steps as with each of them', () => {
    const products = whitening.withSteps(white);
    const squares = whitening.stepSquares();
    for (let at = 0; at < SIZE; at++) {
      const column = whitening.apply(step(at));
      expect(products[at]).toBeCloseTo(dot(column, white), 10);
      expect(squares[at]).toBeCloseTo(dot(column, column), 10);
    }
  });

  it('knows the variance of the process', () => {
    // Of x = .8x + u − .3u: (1 + 2·.8·(−.3) + .09)/(1 − .64).
    expect(startVariance(MODEL)).toBeCloseTo(0.61 / 0.36, 12);
  });
});
