import { asOneTruth } from './asOneTruth';
import { compareCategories } from './compareCategories';
import { compareNumbers } from './compareNumbers';
import { LEAST_DISTANCE } from './leastDistance';
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

/** What is known of the two sides as a whole. */
export interface ParitySides {
  /** Whether they hold the same rows, so that nothing differs by chance. */
  readonly sameRows: boolean;
  /** Columns that are compared: with many, chance alone makes one differ. */
  readonly columns: number;
}

/**
 * Compares a column of the two sides without a key: by its distribution. Of the same rows it sees what value by value is
 * seen, but for rows that swapped their values; of other rows of the same kind, all that is larger than chance.
 */
export function compareColumns(
  trained: readonly ParityValue[],
  serving: readonly ParityValue[],
  sides: ParitySides = { sameRows: false, columns: 1 }
): ColumnParity {
  const [training, served] = asOneTruth(trained, serving);
  const missing = { training: missingOf(training), served: missingOf(served) };
  const own = { rows: { training: training.length, served: served.length }, missing };
  const filled = filledWith(training, served, sides);
  const turned = filled === null ? filledWith(served, training, sides) : null;
  if (filled !== null || turned !== null) {
    const value = filled ?? turned ?? '';
    const difference = { kind: 'missing_filled', filled: filled !== null ? 'served' : 'training', value } as const;
    return { ...own, difference, distance: null, remaining: null };
  }
  const found = valuesOf(training, served, sides);
  const isAlike =
    found.difference.kind === 'same' || found.difference.kind === 'alike' || !holdFinite(training, served);
  if (!isAlike) {
    return { ...own, ...found };
  }
  const sharesOfAll = (is: (value: ParityValue) => boolean) => ({
    training: shareOf(training, is),
    served: shareOf(served, is),
  });
  const special = NOT_FINITE.find((value) =>
    differSurely(training, served, sides, (one) => Object.is(one, Number(value)))
  );
  if (special !== undefined) {
    const shares = sharesOfAll((one) => Object.is(one, Number(special)));
    return { ...own, ...found, difference: { kind: 'not_finite', value: special, ...shares } };
  }
  return differSurely(training, served, sides, isMissing)
    ? { ...own, ...found, difference: { kind: 'missing_share', ...sharesOfAll(isMissing) } }
    : { ...own, ...found };
}

const NOT_FINITE = ['NaN', 'Infinity', '-Infinity'] as const;

/** Whether both sides have a finite number at all. */
function holdFinite(...sides: ReadonlyArray<readonly ParityValue[]>): boolean {
  return sides.every((values) => values.some((value) => typeof value !== 'number' || Number.isFinite(value)));
}

type Found = Pick<ColumnParity, 'difference' | 'distance' | 'remaining'>;

/** Of the values that are there. */
function valuesOf(training: readonly ParityValue[], served: readonly ParityValue[], sides: ParitySides): Found {
  const none = { distance: null, remaining: null };
  const [before, after] = [training.filter((value) => value !== null), served.filter((value) => value !== null)];
  if (before.length === 0 || after.length === 0) {
    return { difference: { kind: before.length === after.length ? 'same' : 'alike' }, ...none };
  }
  const [type, now] = [typeOfValues(before), typeOfValues(after)];
  if (type !== now) {
    return { difference: { kind: 'type', training: type, served: now }, ...none };
  }
  const numbers = [before, after].map((side) => side.filter((value) => typeof value === 'number'));
  return type === 'numbers'
    ? compareNumbers(numbers[0], numbers[1], sides)
    : compareCategories(before.map(String), after.map(String), sides);
}

/** Whether another share of the rows is so, by more than chance and enough to matter. */
function differSurely(
  training: readonly ParityValue[],
  served: readonly ParityValue[],
  { sameRows }: ParitySides,
  is: (value: ParityValue) => boolean
): boolean {
  const difference = Math.abs(shareOf(training, is) - shareOf(served, is));
  const least = Math.max(LEAST_DISTANCE, SURE * errorOf(training, served, is));
  return sameRows ? difference > 0 : difference >= least;
}

/** Standard error of the difference of the shares of what is so. */
function errorOf(
  training: readonly ParityValue[],
  served: readonly ParityValue[],
  is: (value: ParityValue) => boolean = isMissing
): number {
  const rate = (countOf(training, is) + countOf(served, is)) / (training.length + served.length);
  return Math.sqrt(rate * (1 - rate) * (1 / training.length + 1 / served.length));
}

/** So many standard errors of a share are no chance. */
const SURE = 4;

/**
 * The one value that what is missing before became: it has as many rows more than before as fewer are missing. Null where
 * there is none.
 */
function filledWith(
  before: readonly ParityValue[],
  after: readonly ParityValue[],
  { sameRows }: ParitySides
): ParityValue {
  const gone = missingOf(before) / before.length - missingOf(after) / after.length;
  const error = errorOf(before, after);
  if (!(gone > 0) || (!sameRows && gone < SURE * error)) {
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
  const least = sameRows ? 0 : SURE * error;
  const isAll = most > 0 && most >= least && Math.abs(most - gone) <= Math.max(least, 1e-9);
  return isAll ? value : null;
}

function missingOf(values: readonly ParityValue[]): number {
  return countOf(values, isMissing);
}

function isMissing(value: ParityValue): boolean {
  return value === null;
}

function countOf(values: readonly ParityValue[], is: (value: ParityValue) => boolean): number {
  return values.reduce((count: number, value) => count + Number(is(value)), 0);
}

function shareOf(values: readonly ParityValue[], is: (value: ParityValue) => boolean): number {
  return countOf(values, is) / values.length;
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
