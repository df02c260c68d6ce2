import type { Column, KeyColumn } from '../columns/Column';
import { asText } from '../columns/asText';
import { KeyBuilder } from './KeyBuilder';

/** A column as keys, where it was not read as such since something else needs its text. */
export function keyColumn(name: string, column: Column): KeyColumn {
  if (isKeyColumn(column)) {
    return column;
  }
  const text = asText(column);
  if (text === null) {
    throw new Error(`the column ${name} was read without its text`);
  }
  const keys = new KeyBuilder(name, text.codes.length);
  text.codes.forEach((code) => (code < 0 ? keys.pushMissing() : keys.pushText(text.dictionary[code])));
  return keys.finish();
}

function isKeyColumn(column: Column): column is KeyColumn {
  return column.kind === 'numbers' && column.hashed === true;
}
