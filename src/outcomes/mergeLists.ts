import type { ListSums } from './ListSums';

/** Lists of several sets of rows, none of which is in two of them, as those of all. */
export function mergeLists(parts: readonly ListSums[]): ListSums {
  return parts.reduce((a, b) => ({
    ...add(a, b),
    ...(a.closed && b.closed && { closed: add(a.closed, b.closed) }),
  }));
}

type Sums = Omit<ListSums, 'closed'>;

function add(a: Sums, b: Sums): Sums {
  const ks = new Set([...a.atK.keys(), ...b.atK.keys()]);
  const none = { sum: 0, squares: 0 };
  return {
    lists: a.lists + b.lists,
    rows: a.rows + b.rows,
    positives: a.positives + b.positives,
    rowSquares: a.rowSquares + b.rowSquares,
    positiveSquares: a.positiveSquares + b.positiveSquares,
    products: a.products + b.products,
    open: a.open + b.open,
    atK: new Map(
      [...ks].map((k) => {
        const [x, y] = [a.atK.get(k) ?? none, b.atK.get(k) ?? none];
        return [k, { sum: x.sum + y.sum, squares: x.squares + y.squares }];
      })
    ),
  };
}
