import { asNumbers } from './asNumbers';
import { asTimes } from './asTimes';
import { type Column, type NumberColumn, PRESENT } from './Column';
import { parseTimestamp } from './parseTimestamp';

/** The cells of a column one by one, null where one is missing; text that is all numbers, or all times, is read as such. */
export function cellsOf(column: Column): Array<number | string | null> {
  if (column.kind === 'numbers') {
    return cellsOfNumbers(column);
  }
  const numbers = asNumbers(column);
  if (numbers.mistyped === null) {
    return cellsOfNumbers(numbers);
  }
  if (column.dictionary.every((text) => parseTimestamp(text) !== null)) {
    return Array.from(asTimes(column).values, (time) => (Number.isNaN(time) ? null : time));
  }
  return Array.from(column.codes, (code) => (code < 0 ? null : column.dictionary[code]));
}

/** Integers that numbers round are their digits. */
function cellsOfNumbers({ values, states, exact }: NumberColumn): Array<number | string | null> {
  return Array.from(values, (value, row) => {
    const isPresent = states === null || states[row] === PRESENT;
    return !isPresent ? null : exact === undefined ? value : String(exact[row]);
  });
}
