import { type Column, PRESENT, type TextColumn } from './Column';
import { TextBuilder } from './TextBuilder';

/** The column's cells as text, or null where the text was let go of: then the file must be read again for it. */
export function asText(column: Column): TextColumn | null {
  if (column.kind === 'text') {
    return column;
  }
  if (!column.typed) {
    return null;
  }
  const text = new TextBuilder();
  const { values, states, time } = column;
  for (let row = 0; row < values.length; row++) {
    if (states !== null && states[row] !== PRESENT) {
      text.pushMissing();
    } else {
      text.push(time && Number.isFinite(values[row]) ? new Date(values[row]).toISOString() : String(values[row]));
    }
  }
  return text.finish();
}
