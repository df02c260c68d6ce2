import { plainDigits } from './cell/plainDigits';

const INFINITE = /^([+-]?)inf(?:inity)?$/i;
const NOT_A_NUMBER = /^[+-]?nan$/i;
const NOT_DECIMAL = /^[+-]?0[xob]/i;

/**
 * A cell read as a number: a number as it is, text in decimal notation with any of Unicode's digits and minus signs, `NaN`,
 * `inf` and `Infinity` in any case, true as 1 and false as 0, a date as milliseconds. Empty text, null and undefined are `missing`, everything else `mistyped`.
 */
export function parseNumber(cell: unknown): number | 'missing' | 'mistyped' {
  switch (typeof cell) {
    case 'number':
      return cell;
    case 'string':
      return parseText(cell.trim());
    case 'undefined':
      return 'missing';
    case 'boolean':
    case 'bigint':
      return Number(cell);
    default:
      if (cell === null) {
        return 'missing';
      }
      return cell instanceof Date ? cell.getTime() : 'mistyped';
  }
}

function parseText(text: string): number | 'missing' | 'mistyped' {
  if (text === '') {
    return 'missing';
  }
  const value = Number(text);
  if (!Number.isNaN(value)) {
    return NOT_DECIMAL.test(text) ? 'mistyped' : value;
  }
  if (NOT_A_NUMBER.test(text)) {
    return NaN;
  }
  const infinite = INFINITE.exec(text);
  if (infinite === null) {
    const plain = plainDigits(text);
    return plain === text ? 'mistyped' : parseText(plain);
  }
  return infinite[1] === '-' ? -Infinity : Infinity;
}
