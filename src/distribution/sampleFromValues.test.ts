/** @jest-environment node */
import { sampleFromNumbers, sampleFromValues, sampleInPlace } from './sampleFromValues';

describe('sampleFromValues', () => {
  it('counts what is missing, NaN, infinite and mistyped, and sorts the rest', () => {
    const cells = Object.freeze([
      3,
      null,
      '',
      undefined,
      NaN,
      'nan',
      ' 1e3 ',
      'Infinity',
      -Infinity,
      'high',
      '0x10',
      true,
    ]);
    const sample = sampleFromValues(cells);
    expect(Array.from(sample.sorted)).toEqual([-Infinity, 1, 3, 1000, Infinity]);
    expect(sample.counts).toEqual({
      total: 12,
      missing: 3,
      nan: 2,
      positiveInfinity: 1,
      negativeInfinity: 1,
      mistyped: 2,
    });
  });

  it('leaves typed input as it is', () => {
    const numbers = Float64Array.of(3, NaN, 1, 2);
    const sample = sampleFromValues(numbers);
    expect(Array.from(numbers)).toEqual([3, NaN, 1, 2]);
    expect(Array.from(sample.sorted)).toEqual([1, 2, 3]);
    expect(sample.counts.nan).toBe(1);
  });

  it('adds missing rows that are known by number only', () => {
    expect(sampleFromNumbers(Float64Array.of(1), 4).counts).toMatchObject({ total: 5, missing: 4, nan: 0 });
  });

  it('may be empty', () => {
    expect(sampleFromValues([]).sorted).toHaveLength(0);
    expect(sampleFromValues([null]).counts).toMatchObject({ total: 1, missing: 1 });
  });
});

describe('numbers that are sorted where they lie', () => {
  it('give the same sample as a copy of them', () => {
    const numbers = Float64Array.of(3, NaN, -Infinity, 1, 2, NaN);
    const before = numbers.slice();
    const copied = sampleFromNumbers(numbers, 2);
    expect(numbers).toEqual(before);
    expect(sampleInPlace(numbers, 2)).toEqual(copied);
    expect(copied.counts).toMatchObject({ total: 8, missing: 2, nan: 2, negativeInfinity: 1 });
  });
});
