import { asNumbers } from './asNumbers';
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
  const times = column.dictionary.map(parseTimestamp);
  if (times.every((time) => time !== null)) {
    return Array.from(column.codes, (code) => (code < 0 ? null : times[code]));
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
