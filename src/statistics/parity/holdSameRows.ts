import type { ParityValue } from './compareValues';

/** Fewer different values may come equally often on both sides by chance. */
const LEAST_DIFFERENT = 20;

/**
 * Whether two sides hold the same rows, in whatever order: as many of them, and one column at least in which every one of
 * many different values comes exactly as often on both. Numbers of rows, from one to the last, are no such column.
 */
export function holdSameRows(
  columns: ReadonlyArray<readonly [training: readonly ParityValue[], served: readonly ParityValue[]]>
): boolean {
  return columns.some(
    ([training, served]) => training.length === served.length && !numbersRows(training) && isSameBag(training, served)
  );
}

function isSameBag(training: readonly ParityValue[], served: readonly ParityValue[]): boolean {
  const left = new Map<ParityValue, number>();
  training.forEach((value) => left.set(value, (left.get(value) ?? 0) + 1));
  const isRich = left.size >= Math.min(LEAST_DIFFERENT, training.length);
  return (
    isRich &&
    served.every((value) => {
      const count = left.get(value) ?? 0;
      left.set(value, count - 1);
      return count > 0;
    })
  );
}

function numbersRows(values: readonly ParityValue[]): boolean {
  const numbers = values.filter((value) => typeof value === 'number' && Number.isInteger(value)) as number[];
  const [least, most] = numbers.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity]
  );
  return (
    numbers.length === values.length && most - least === values.length - 1 && new Set(numbers).size === values.length
  );
}
