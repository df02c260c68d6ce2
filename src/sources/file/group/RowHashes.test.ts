/** @jest-environment node */
import { seededRandom } from '../../../statistics/random/seededRandom';
import type { Column } from '../columns/Column';
import { RowHashes } from './RowHashes';

const numbers = (values: readonly number[]): Column => ({
  kind: 'numbers',
  values: Float64Array.from(values),
  states: null,
  mistyped: null,
  typed: true,
  time: false,
});
const texts = (codes: readonly number[]): Column => ({
  kind: 'text',
  codes: Int32Array.from(codes),
  dictionary: ['a', 'b', 'c'],
  booleans: false,
});
const of = (rows: readonly number[], ...columns: readonly Column[]) => {
  const hashes = new RowHashes(Int32Array.from(rows));
  columns.forEach((column) => hashes.add(column));
  return [...hashes.multiplicity()].sort(([a], [b]) => a - b);
};

it('counts rows that agree in all columns, among those that are asked for', () => {
  const columns = [numbers([1, 2, 1, 1, NaN, NaN]), texts([0, 0, 0, 1, -1, -1])];
  expect(of([0, 1, 2, 3, 4, 5], ...columns)).toEqual([
    [1, 2],
    [2, 2],
  ]);
  expect(of([0, 1, 3], ...columns)).toEqual([[1, 3]]);
});

it('tells apart as many rows as differ', () => {
  const random = seededRandom(1, 'rows');
  const rows = Array.from({ length: 100_000 }, (_, i) => i);
  const grid = [random, random, random].map(() => rows.map(() => random.below(40)));
  const different = new Set(rows.map((i) => grid.map((column) => column[i]).join(' '))).size;
  const found = of(rows, ...grid.map(numbers));
  expect(found.reduce((sum, [, count]) => sum + count, 0)).toBe(different);
});
