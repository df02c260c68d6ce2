import { asText } from './asText';
import { type Column, type NumberColumn, rowCount } from './Column';
import { TextBuilder } from './TextBuilder';

/** The parts of a column one after the other; where they differ in kind, as text. */
export function concatColumns(parts: readonly Column[]): Column {
  if (parts.length === 1) {
    return parts[0];
  }
  const numbers = parts.filter((part): part is NumberColumn => part.kind === 'numbers');
  return numbers.length === parts.length && parts.length > 0 ? concatNumbers(numbers) : concatText(parts);
}

function concatNumbers(parts: readonly NumberColumn[]): NumberColumn {
  const rows = parts.reduce((sum, { values }) => sum + values.length, 0);
  const values = new Float64Array(rows);
  const states = parts.some((part) => part.states !== null) ? new Uint8Array(rows) : null;
  let mistyped: NumberColumn['mistyped'] = null;
  let offset = 0;
  for (const part of parts) {
    values.set(part.values, offset);
    if (states !== null && part.states !== null) {
      states.set(part.states, offset);
    }
    if (mistyped === null && part.mistyped !== null) {
      mistyped = { row: offset + part.mistyped.row, text: part.mistyped.text };
    }
    offset += part.values.length;
  }
  return { kind: 'numbers', values, states, mistyped, typed: parts.every(({ typed }) => typed), time: parts[0].time };
}

function concatText(parts: readonly Column[]): Column {
  const text = new TextBuilder();
  for (const part of parts) {
    const column = asText(part);
    for (let row = 0; row < rowCount(part); row++) {
      const code = column?.codes[row] ?? -1;
      if (column === null || code < 0) {
        text.pushMissing();
      } else {
        text.push(column.dictionary[code]);
      }
    }
  }
  return text.finish();
}
