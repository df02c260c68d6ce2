/** @jest-environment node */
import { seededRandom } from '../../../statistics/random/seededRandom';
import type { Column } from '../columns/Column';
import { KeyBuilder } from './KeyBuilder';
import { keyColumn } from './keyColumn';
import { KeyHash } from './KeyHash';
import { KeyIndex, NO_ROW } from './KeyIndex';

jest.setTimeout(60_000);

const hash = new KeyHash();
const ofText = (text: string) => (hash.ofText(text) ? [hash.low, hash.high] : null);
const ofBytes = (text: string) => {
  const bytes = Buffer.from(`-${text}-`);
  return hash.ofBytes(bytes, 1, bytes.length - 1) ? [hash.low, hash.high] : null;
};

describe('KeyHash', () => {
  it.each([
    ['7', '7.0'],
    ['7', ' 7 '],
    ['-3', '-3.00'],
    ['0', '-0'],
    ['1745900000000000001', '1745900000000000001.0'],
    ['caf\u00e9', 'cafe\u0301'],
    ['a b', 'a b '],
  ])('takes %j and %j for one key', (a, b) => {
    expect(ofText(b)).toEqual(ofText(a));
    expect(ofBytes(b)).toEqual(ofText(a));
    expect(ofBytes(a)).toEqual(ofText(a));
  });

  it.each([
    ['7', '007'],
    ['1745900000000000001', '1745900000000000000'],
    ['1.1', '1.10'],
    ['a', 'A'],
    ['ab', 'ba'],
    ['UA1545-EWR-20130101', 'UA1545-EWR-20130102'],
  ])('tells %j from %j', (a, b) => {
    expect(ofText(b)).not.toEqual(ofText(a));
    expect(ofBytes(b)).not.toEqual(ofBytes(a));
  });

  it.each(['', ' ', 'NaN', 'nan', 'NA', 'None', 'null', '\\N', '<NA>'])('takes %j for no key', (text) => {
    expect(ofText(text)).toBeNull();
    expect(ofBytes(text)).toBeNull();
  });

  it.each([
    ['numbers in order', (i: number) => String(i)],
    ['long numbers in order', (i: number) => String(1_745_900_000_000_000_000n + BigInt(i))],
    ['names in order', (i: number) => `flight-${i}-EWR`],
    ['days and numbers', (i: number) => `2024-01-${10 + (i % 20)}/${Math.floor(i / 20)}`],
  ])('spreads %s: as many hashes, and as few meetings in each word as chance makes', (_, keyOf) => {
    const count = 200_000;
    const [whole, low, high] = [new Set<number>(), new Set<number>(), new Set<number>()];
    for (let i = 0; i < count; i++) {
      hash.ofText(keyOf(i));
      whole.add((hash.low >>> 6) * 2 ** 27 + (hash.high >>> 5));
      low.add(hash.low);
      high.add(hash.high);
    }
    expect(whole.size).toBe(count);
    // n²/2³³ pairs are expected to meet among 32 bits, and twice as many among 31.
    const meetings = count ** 2 / 2 ** 33;
    for (const [set, expected] of [[low, meetings] as const, [high, 2 * meetings] as const]) {
      expect(Math.abs(count - set.size - expected)).toBeLessThan(6 * Math.sqrt(expected));
    }
    expect(Array.from(high).every((word) => (word & 0x40000000) === 0)).toBe(true);
  });
});

const keysOf = (cells: readonly unknown[]) => {
  const builder = new KeyBuilder('id', 1);
  cells.forEach((cell) => builder.push(cell));
  return builder.finish();
};

it('finds the first row with a key, as a map of texts does', () => {
  const random = seededRandom(3, 'keys');
  const cells = Array.from({ length: 5000 }, () => (random.below(20) === 0 ? null : `id-${random.below(3000)}`));
  const counts = (row: number) => row % 7 !== 0;
  const keys = keysOf(cells);
  const index = new KeyIndex(keys, counts);
  const first = new Map<string, number>();
  cells.forEach((cell, row) => cell !== null && counts(row) && !first.has(cell) && first.set(cell, row));
  const others = Array.from({ length: 4000 }, (_, i) => `id-${i}`);
  const asked = keysOf(others);
  expect(others.map((_, row) => index.firstOf(row, asked))).toEqual(others.map((id) => first.get(id) ?? NO_ROW));
  expect(cells.map((_, row) => index.firstOf(row))).toEqual(
    cells.map((cell) => (cell === null ? NO_ROW : (first.get(cell) ?? NO_ROW)))
  );
});

it('makes the same keys of numbers, long integers and texts', () => {
  const index = new KeyIndex(keysOf([7, 1_745_900_000_000_000_001n, '007']));
  const others = keysOf(['7.0', '1745900000000000001', '007', '7', '1745900000000000002']);
  expect([0, 1, 2, 3, 4].map((row) => index.firstOf(row, others))).toEqual([0, 1, 2, 0, NO_ROW]);
  const column: Column = {
    ...{ kind: 'numbers', values: Float64Array.of(7, NaN), states: null, mistyped: null, typed: true, time: false },
  };
  const numbers = keyColumn('id', column);
  expect([0, 1].map((row) => index.firstOf(row, numbers))).toEqual([0, NO_ROW]);
});

it('refuses numbers that have lost digits', () => {
  expect(() => keysOf([1, 1.7459e18])).toThrow(/The key "id" holds 1745900000000000000 as a decimal number/);
});
