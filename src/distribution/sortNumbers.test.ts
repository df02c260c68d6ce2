/** @jest-environment node */
import { sortNumbers } from './sortNumbers';

const noise = (i: number) => (((i * 2654435761) % 4294967296) + 4294967296) % 4294967296;
const unit = (i: number) => noise(i + 1) / 4294967296;
const SIZE = 20_000;

describe('sortNumbers', () => {
  it.each<[string, (i: number) => number]>([
    ['spread evenly', unit],
    ['normal', (i) => Math.sqrt(-2 * Math.log(1 - unit(i))) * Math.cos(6.28 * unit(i * 7 + 3))],
    ['with far outliers', (i) => (i % 5000 === 0 ? 1e300 * unit(i) : unit(i))],
    ['with infinities', (i) => (i % 1000 === 0 ? Infinity : i % 999 === 0 ? -Infinity : unit(i))],
    ['of few different values', (i) => noise(i + 1) % 3],
    ['whole', (i) => noise(i + 1) % 1000],
    ['all equal', () => 2],
    ['tiny', (i) => unit(i) * 1e-300],
    ['smallest of all', (i) => (noise(i + 1) % 5) * 5e-324],
    ['far from zero', (i) => 1e9 + unit(i)],
    ['over the whole range', (i) => (unit(i) - 0.5) * 3e308],
    ['in order', (i) => i],
    ['in reverse', (i) => -i],
    ['in two crowds', (i) => (i % 2) * 1e6 + unit(i) * 1e-3],
    ['skewed', (i) => Math.exp(12 * unit(i))],
  ])('numbers %s', (_, value) => {
    const numbers = Float64Array.from({ length: SIZE }, (_unused, i) => value(i));
    const expected = numbers.slice().sort();
    expect(sortNumbers(numbers)).toEqual(expected);
  });

  it('columns of different lengths one after the other', () => {
    for (const size of [30_000, 12_000, 20_001, 40_000]) {
      const numbers = Float64Array.from({ length: size }, (_, i) => unit(i + size));
      const expected = numbers.slice().sort();
      expect(sortNumbers(numbers)).toEqual(expected);
    }
  });

  it('few numbers', () => {
    expect(Array.from(sortNumbers(Float64Array.of(3, -Infinity, 1)))).toEqual([-Infinity, 1, 3]);
    expect(sortNumbers(new Float64Array(0))).toHaveLength(0);
  });
});
