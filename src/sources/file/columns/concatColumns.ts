import { asText } from './asText';
import { type Column, MISTYPED, type NumberColumn, OTHERS, type TextColumn } from './Column';
import { TextBuilder } from './TextBuilder';

const LAST_STATE = 255;

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
  const others = new Map<string, number>();
  let mistyped: NumberColumn['mistyped'] = null;
  let codes = 0;
  let offset = 0;
  for (const part of parts) {
    values.set(part.values, offset);
    if (states !== null && part.states !== null) {
      states.set(withOthers(part.states, part.others, others), offset);
    }
    if (mistyped === null && part.mistyped !== null) {
      mistyped = { row: offset + part.mistyped.row, text: part.mistyped.text };
    }
    exact?.set(part.exact ?? BigInt64Array.from(part.values, longOf), offset);
    codes += part.codes ?? 0;
    offset += part.values.length;
  }
  const typed = parts.every((part) => part.typed);
  return {
    ...{ kind: 'numbers', values, states, mistyped, typed, time: parts[0].time, ...(exact && { exact }) },
    ...(others.size > 0 && { others: [...others.keys()] }),
    ...(codes > 0 && { codes }),
    ...(parts.every(({ hashed }) => hashed) && { hashed: true }),
    ...declaredBy(parts),
  };
}

/** The states of a part, with its texts numbered as those of all parts are; of too many only that they are texts. */
function withOthers(states: Uint8Array, own: readonly string[] = [], all: Map<string, number>): Uint8Array {
  const numberOf = own.map((text) => {
    if (!all.has(text) && OTHERS + all.size <= LAST_STATE) {
      all.set(text, OTHERS + all.size);
    }
    return all.get(text) ?? MISTYPED;
  });
  return own.length === 0 ? states : states.map((state) => (state < OTHERS ? state : numberOf[state - OTHERS]));
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
  return { ...text.finish(), ...declaredBy(parts) };
}

/** What all parts agree on. */
function declaredBy([first, ...others]: readonly Column[]): Pick<Column, 'declared'> {
  return first?.declared !== undefined && others.every(({ declared }) => declared === first.declared)
    ? { declared: first.declared }
    : {};
}

function textOf(part: Column): TextColumn {
  const text = asText(part);
  if (text === null) {
    throw new TypeError('The text of a part was let go of: it must be read as text.');
  }
  return text;
}
