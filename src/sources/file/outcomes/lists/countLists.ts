import type { ListSums } from '../../../../outcomes/ListSums';

/** Rows by list, and what puts those of one list in order. */
export interface ListRows {
  /** A number for each list; −1 for rows that belong to none or have no place in it. */
  readonly lists: Int32Array;
  /** The smaller the earlier. */
  readonly order: Float64Array;
  /** By code of a class, whether it is positive. */
  readonly isPositive: Uint8Array;
  readonly ks: readonly number[];
}

interface Totals {
  lists: number;
  rows: number;
  positives: number;
  rowSquares: number;
  positiveSquares: number;
  products: number;
  readonly atK: ReadonlyArray<{ sum: number; squares: number }>;
}

/** Sums over the lists of some rows; `actual` is the code of each row's class, −1 where its label is not known. */
export function countLists(
  { lists, order, isPositive, ks }: ListRows,
  actual: Int16Array,
  given: Int32Array
): ListSums {
  const rows = given.filter((row) => lists[row] >= 0);
  rows.sort((a, b) => lists[a] - lists[b] || order[a] - order[b]);
  const [known, closed] = [emptyTotals(ks), emptyTotals(ks)];
  let open = 0;
  for (let from = 0, to = 0; from < rows.length; from = to) {
    let [positives, isOpen] = [0, false];
    for (to = from; to < rows.length && lists[rows[to]] === lists[rows[from]]; to++) {
      const code = actual[rows[to]];
      isOpen ||= code < 0;
      positives += code < 0 ? 0 : isPositive[code];
    }
    const list = rows.subarray(from, to);
    const shares = ks.map((k) => amongFirst(list, k) / k);
    open += Number(isOpen);
    for (const totals of isOpen ? [closed] : [known, closed]) {
      add(totals, list.length, positives, shares);
    }
  }
  return { ...sumsOf(known, ks), open, closed: { ...sumsOf(closed, ks), open: 0 } };

  /** Positive rows among the first k; of rows that share the k-th place the share that fits. */
  function amongFirst(list: Int32Array, k: number): number {
    let found = 0;
    for (let from = 0, to = 0; from < Math.min(k, list.length); from = to) {
      let positives = 0;
      for (to = from; to < list.length && order[list[to]] === order[list[from]]; to++) {
        const code = actual[list[to]];
        positives += code < 0 ? 0 : isPositive[code];
      }
      found += positives * Math.min(1, (k - from) / (to - from));
    }
    return found;
  }
}

function emptyTotals(ks: readonly number[]): Totals {
  const atK = ks.map(() => ({ sum: 0, squares: 0 }));
  return { lists: 0, rows: 0, positives: 0, rowSquares: 0, positiveSquares: 0, products: 0, atK };
}

function add(totals: Totals, rows: number, positives: number, shares: readonly number[]): void {
  totals.lists += 1;
  totals.rows += rows;
  totals.positives += positives;
  totals.rowSquares += rows * rows;
  totals.positiveSquares += positives * positives;
  totals.products += rows * positives;
  shares.forEach((share, i) => {
    totals.atK[i].sum += share;
    totals.atK[i].squares += share * share;
  });
}

function sumsOf({ atK, ...totals }: Totals, ks: readonly number[]): Omit<ListSums, 'open' | 'closed'> {
  return { ...totals, atK: new Map(ks.map((k, i) => [k, atK[i]])) };
}
