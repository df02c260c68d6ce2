import { asText } from './asText';
import type { Column, NumberColumn, TextColumn } from './Column';
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
  const exact = parts.some((part) => part.exact !== undefined) ? new BigInt64Array(rows) : undefined;
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
    exact?.set(part.exact ?? BigInt64Array.from(part.values, longOf), offset);
    offset += part.values.length;
  }
  const typed = parts.every((part) => part.typed);
  return { kind: 'numbers', values, states, mistyped, typed, time: parts[0].time, ...(exact && { exact }) };
}

function longOf(value: number): bigint {
  return Number.isNaN(value) ? 0n : BigInt(value);
}

/** Truth stays truth, however many parts it comes in. */
function concatText(parts: readonly Column[]): TextColumn {
  const text = new TextBuilder();
  for (const part of parts) {
    const { codes, dictionary, booleans } = textOf(part);
    const entries = booleans ? null : Int32Array.from(dictionary, (entry) => text.codeOf(entry));
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row];
      if (code < 0) {
        text.pushMissing();
      } else if (entries === null) {
        text.pushBoolean(dictionary[code] === 'true');
      } else {
        text.pushCode(entries[code]);
      }
    }
  }
  const declared = parts.length > 0 && parts.every((part) => part.kind === 'text' && part.declared === 'text');
  return { ...text.finish(), ...(declared && { declared: 'text' as const }) };
}

function textOf(part: Column): TextColumn {
  const text = asText(part);
  if (text === null) {
    throw new TypeError('The text of a part was let go of: it must be read as text.');
  }
  return text;
}
