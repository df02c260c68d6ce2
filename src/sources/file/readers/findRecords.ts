/** Rows of a JSON value: objects that hold their columns, or cells in the order of `columns`. */
export type Records =
  | { readonly kind: 'rows'; readonly rows: readonly unknown[] }
  | { readonly kind: 'split'; readonly columns: readonly string[]; readonly rows: ReadonlyArray<readonly unknown[]> }
  | { readonly kind: 'columns'; readonly columns: ReadonlyArray<[string, readonly unknown[]]> };

const DEEPEST = 4;

/**
 * The one table in a JSON value: an array of rows; an object of columns; the form `split` of pandas; or one of them inside of
 * objects, as services wrap their answers: {"data": [...], "total": 3}. Null where there is none, or more than one.
 */
export function findRecords(value: unknown, depth = 0): Records | null {
  if (Array.isArray(value)) {
    return { kind: 'rows', rows: value };
  }
  if (!isObject(value)) {
    return null;
  }
  const split = asSplit(value);
  if (split !== null) {
    return split;
  }
  const entries = Object.entries(value);
  const lists = entries.filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  const tables = lists.filter(([, cells]) => cells.length > 0 && cells.every(isObject));
  const areEqual = lists.length > 1 && lists.every(([, { length }]) => length === lists[0][1].length);
  if (tables.length === 1 && !areEqual) {
    return { kind: 'rows', rows: tables[0][1] };
  }
  if (lists.length === entries.length && entries.length > 0 && (tables.length === 0 || areEqual)) {
    return { kind: 'columns', columns: lists };
  }
  const inside =
    depth < DEEPEST ? entries.flatMap(([, one]) => (isObject(one) ? (findRecords(one, depth + 1) ?? []) : [])) : [];
  return lists.length === 0 && inside.length === 1 ? inside[0] : null;
}

function asSplit({ columns, data, ...others }: Record<string, unknown>): Records | null {
  const isSplit =
    Array.isArray(columns) &&
    columns.every((name) => typeof name === 'string' || typeof name === 'number') &&
    Array.isArray(data) &&
    data.every((row) => Array.isArray(row) && row.length === columns.length) &&
    Object.keys(others).every((key) => key === 'index');
  return isSplit ? { kind: 'split', columns: columns.map(String), rows: data as unknown[][] } : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
