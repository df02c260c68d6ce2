import { isCode } from '../../../distribution/cell/isCode';
import { asNumbers } from './asNumbers';
import { type Column, type NumberColumn, PRESENT, type TextColumn } from './Column';
import { parseTimestamp } from '../../../query/parseTimestamp';

/** The cells of a column one by one, null where one is missing; text that is all numbers, or all times, is read as such. */
export function cellsOf(column: Column, asWritten = false): Array<number | string | null> {
  if (column.kind === 'numbers') {
    return cellsOfNumbers(column);
  }
  const { dictionary } = column;
  const times = asWritten ? [] : dictionary.map(parseTimestamp);
  if (times.length > 0 && times.every((time) => time !== null)) {
    return Array.from(column.codes, (code) => (code < 0 ? null : times[code]));
  }
  if (column.declared === 'text' || asWritten) {
    return textsOf(column);
  }
  const numbers = asNumbers(column);
  // Codes are no numbers: 007, or more digits than a number holds.
  return numbers.mistyped === null && !dictionary.some(isCode) ? cellsOfNumbers(numbers) : textsOf(column);
}

function textsOf({ codes, dictionary }: TextColumn): Array<string | null> {
  return Array.from(codes, (code) => (code < 0 ? null : dictionary[code]));
}

/** Integers that numbers round are their digits. */
function cellsOfNumbers({ values, states, exact }: NumberColumn): Array<number | string | null> {
  return Array.from(values, (value, row) => {
    const isPresent = states === null || states[row] === PRESENT;
    return !isPresent ? null : exact === undefined ? value : String(exact[row]);
  });
}
