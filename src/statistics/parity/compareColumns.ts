import { compareCategories } from './compareCategories';
import { compareNumbers } from './compareNumbers';
import { type ParityDifference, type ParityValue, typeOfValues } from './compareValues';

/** What the distributions of a column tell of how its two sides differ. */
export interface ColumnParity {
  readonly rows: { readonly training: number; readonly served: number };
  readonly missing: { readonly training: number; readonly served: number };
  readonly difference: ParityDifference;
  /** Kolmogorov-Smirnov distance of numbers, total variation distance of categories; null where there is none. */
  readonly distance: number | null;
  /** The same once that the training side is changed as the difference says. */
  readonly remaining: number | null;
}

/**
 * Compares a column of the two sides without a key: by its distribution. Of the same rows it sees what value by value is
 * seen, but for rows that swapped their values; of other rows of the same kind, all that is larger than chance.
 */
export function compareColumns(training: readonly ParityValue[], served: readonly ParityValue[]): ColumnParity {
  const missing = { training: missingOf(training), served: missingOf(served) };
  const own = { rows: { training: training.length, served: served.length }, missing };
  const filled = filledWith(training, served);
  const turned = filled === null ? filledWith(served, training) : null;
  if (filled !== null || turned !== null) {
    const value = filled ?? turned ?? '';
    const difference = { kind: 'missing_filled', filled: filled !== null ? 'served' : 'training', value } as const;
    return { ...own, difference, distance: null, remaining: null };
  }
  const [before, after] = [training.filter((value) => value !== null), served.filter((value) => value !== null)];
  if (before.length === 0 || after.length === 0) {
    return {
      ...own,
      difference: { kind: before.length === after.length ? 'same' : 'other' },
      distance: null,
      remaining: null,
    };
  }
  const [type, now] = [typeOfValues(before), typeOfValues(after)];
  if (type !== now) {
    return { ...own, difference: { kind: 'type', training: type, served: now }, distance: null, remaining: null };
  }
  const numbers = [before, after].map((side) => side.filter((value) => typeof value === 'number'));
  return {
    ...own,
    ...(type === 'numbers'
      ? compareNumbers(numbers[0], numbers[1])
      : compareCategories(before.map(String), after.map(String))),
  };
}

/** So many standard errors of a share are no chance. */
const SURE = 4;

/**
 * The one value that what is missing before became: it has as many rows more than before as fewer are missing. Null where
 * there is none.
 */
function filledWith(before: readonly ParityValue[], after: readonly ParityValue[]): ParityValue {
  const gone = missingOf(before) / before.length - missingOf(after) / after.length;
  const error = Math.sqrt((gone * (1 - gone)) / Math.min(before.length, after.length));
  if (!(gone > 0) || (before.length !== after.length && gone < SURE * error)) {
    return null;
  }
  const [was, is] = [sharesOf(before), sharesOf(after)];
  let [most, value]: [number, ParityValue] = [0, null];
  is.forEach((share, one) => {
    const grown = share - (was.get(one) ?? 0);
    if (grown > most) {
      [most, value] = [grown, one];
    }
  });
  const isAll = Math.abs(most - gone) <= (before.length === after.length ? 1e-9 : SURE * error);
  return isAll ? value : null;
}

function missingOf(values: readonly ParityValue[]): number {
  return values.filter((value) => value === null).length;
}

function sharesOf(values: readonly ParityValue[]): Map<ParityValue, number> {
  const shares = new Map<ParityValue, number>();
  for (const value of values) {
    if (value !== null) {
      shares.set(value, (shares.get(value) ?? 0) + 1 / values.length);
    }
  }
  return shares;
}
