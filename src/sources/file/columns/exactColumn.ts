import { type Column, MISSING, PRESENT } from './Column';
import { TextBuilder } from './TextBuilder';

/** A column of integers of any length: as numbers, with the exact values beside them, or as digits beyond 64 bits. */
export function exactColumn(cells: ReadonlyArray<bigint | null>): Column {
  const exact = new BigInt64Array(cells.length);
  const values = new Float64Array(cells.length);
  const states = new Uint8Array(cells.length);
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    states[row] = cell === null ? MISSING : PRESENT;
    values[row] = cell === null ? NaN : Number(cell);
    exact[row] = cell ?? 0n;
    if (cell !== null && exact[row] !== cell) {
      return digitsOf(cells);
    }
  }
  return { kind: 'numbers', values, states, mistyped: null, typed: true, time: false, exact };
}

function digitsOf(cells: ReadonlyArray<bigint | null>): Column {
  const text = new TextBuilder();
  for (const cell of cells) {
    if (cell === null) {
      text.pushMissing();
    } else {
      text.push(String(cell));
    }
  }
  return text.finish();
}
