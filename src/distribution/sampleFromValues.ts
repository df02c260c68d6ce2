import type { Samples } from './Distribution';
import { parseNumber } from './parseNumber';
import { sortNumbers } from './sortNumbers';
import { countsOf } from './valueCounts';

/** Cells of a numeric column: numbers, or anything that `parseNumber` reads. */
export type Cells = ArrayLike<unknown>;

/** Raw values, sorted, with what is missing, NaN, infinite or of the wrong type counted. The input is not changed. */
export function sampleFromValues(cells: Cells): Samples {
  return cells instanceof Float64Array ? sampleFromNumbers(cells) : sampleFromCells(cells);
}

/** The same for numbers alone, where NaN may stand for a missing value: `missing` says how many of the rows are. */
export function sampleFromNumbers(numbers: Float64Array, missing = 0): Samples {
  return sampleInPlace(numbers.slice(), missing);
}

/** The same where the numbers are needed for nothing else: they are sorted where they lie. */
export function sampleInPlace(numbers: Float64Array, missing = 0): Samples {
  const size = keepNumbers(numbers);
  return fromKept(numbers, size, { total: numbers.length + missing, missing, nan: numbers.length - size, mistyped: 0 });
}

function sampleFromCells(cells: Cells): Samples {
  const kept = new Float64Array(cells.length);
  let size = 0;
  let missing = 0;
  let nan = 0;
  let mistyped = 0;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    const value = typeof cell === 'number' ? cell : parseNumber(cell);
    if (value === 'missing') {
      missing++;
    } else if (value === 'mistyped') {
      mistyped++;
    } else if (Number.isNaN(value)) {
      nan++;
    } else {
      kept[size++] = value;
    }
  }
  return fromKept(kept, size, { total: cells.length, missing, nan, mistyped });
}

function fromKept(
  kept: Float64Array,
  size: number,
  { total, ...absent }: { total: number; missing: number; nan: number; mistyped: number }
): Samples {
  const sorted = sortNumbers(size === kept.length ? kept : kept.slice(0, size));
  let negativeInfinity = 0;
  while (negativeInfinity < size && sorted[negativeInfinity] === -Infinity) {
    negativeInfinity++;
  }
  let positiveInfinity = 0;
  while (positiveInfinity < size && sorted[size - 1 - positiveInfinity] === Infinity) {
    positiveInfinity++;
  }
  return { kind: 'samples', counts: countsOf(total, { ...absent, negativeInfinity, positiveInfinity }), sorted };
}

/** Moves the numbers that aren't NaN to the front and says how many they are. */
function keepNumbers(numbers: Float64Array): number {
  let size = 0;
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i];
    if (value === value) {
      numbers[size++] = value;
    }
  }
  return size;
}
