import type { Condition } from '../../../distribution/rule/TypedRule';
import { type Column, rowCount } from '../../file/columns/Column';
import { judgeRows } from '../../file/rules/judgeRows';
import { FALSE, TRUE } from '../../file/rules/truths';
import { every, type Filters, type ListedValues, noneOf, present, type Query, type RuleField, some } from './RuleField';

/** So many pairs of values are judged at most, in so many different groups. */
const MOST_PAIRS = 100_000;
const MOST_GROUPS = 200;

export type ListedField = RuleField & { readonly listed: ListedValues };

export function isListed(field: RuleField): field is ListedField {
  return field.listed !== undefined;
}

/**
 * Filters for a condition whose columns are known with all their values: each value, or each pair, is judged as a file's
 * row is, and documents are asked for by those that keep it and those that break it. Null where that are too many.
 */
export function listedFilters(condition: Condition, columns: ReadonlyMap<string, ListedField>): Filters | null {
  const [[name, first], second] = [...columns];
  if (columns.size > 2) {
    return null;
  }
  const { column } = first.listed;
  if (second === undefined) {
    const truths = judgeRows(condition, { count: rowCount(column), column: () => column });
    return { holds: among(first, rowsOf(truths, TRUE)), fails: among(first, rowsOf(truths, FALSE)) };
  }
  const other = second[1];
  const [rows, others] = [rowCount(column), rowCount(other.listed.column)];
  if (rows * others > MOST_PAIRS) {
    return null;
  }
  const left = repeat(column, rows * others, (row) => row % rows);
  const right = repeat(other.listed.column, rows * others, (row) => Math.floor(row / rows));
  const truths = judgeRows(condition, { count: rows * others, column: (one) => (one === name ? left : right) });
  const [holds, fails] = [TRUE, FALSE].map((truth) => pairs(truths, truth, first, other));
  return holds === null || fails === null ? null : { holds, fails };
}

/** Values of the second field that go with the same values of the first one are asked for together. */
function pairs(truths: Uint8Array, truth: number, first: ListedField, second: ListedField): Query | null {
  const rows = rowCount(first.listed.column);
  const groups = new Map<string, { readonly own: number[]; readonly others: number[] }>();
  for (let other = 0; other * rows < truths.length; other++) {
    const own = rowsOf(truths.subarray(other * rows, (other + 1) * rows), truth);
    const key = own.join();
    const group = groups.get(key) ?? { own, others: [] };
    group.others.push(other);
    groups.set(key, group);
  }
  groups.delete('');
  return groups.size > MOST_GROUPS
    ? null
    : some([...groups.values()].map(({ own, others }) => every([among(first, own), among(second, others)])));
}

function rowsOf(truths: Uint8Array, wanted: number): number[] {
  return [...truths.keys()].filter((row) => truths[row] === wanted);
}

/** Documents with one of these values; the last row is that of documents without any. */
function among(field: ListedField, rows: readonly number[]): Query {
  const { terms } = field.listed;
  const values = rows.filter((row) => row < terms.length).map((row) => terms[row]);
  return some([
    ...(values.length === 0 ? [] : [{ terms: { [field.field.counted]: values } }]),
    ...(values.length < rows.length ? [noneOf([present(field)])] : []),
  ]);
}

function repeat(column: Column, count: number, rowOf: (row: number) => number): Column {
  if (column.kind === 'text') {
    return { ...column, codes: Int32Array.from({ length: count }, (_, row) => column.codes[rowOf(row)]) };
  }
  const { values, states, exact } = column;
  return {
    ...column,
    values: Float64Array.from({ length: count }, (_, row) => values[rowOf(row)]),
    states: states === null ? null : Uint8Array.from({ length: count }, (_, row) => states[rowOf(row)]),
    ...(exact !== undefined && { exact: BigInt64Array.from({ length: count }, (_, row) => exact[rowOf(row)]) }),
  };
}
