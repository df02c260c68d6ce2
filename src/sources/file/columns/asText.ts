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
  const { values, states, time, exact } = column;
  for (let row = 0; row < values.length; row++) {
    if (states !== null && states[row] !== PRESENT) {
      text.pushMissing();
    } else {
      text.push(time ? timeText(values[row]) : String(exact === undefined ? values[row] : exact[row]));
    }
  }
  const { declared, marked } = column;
  return { ...text.finish(), declared, marked };
}

/** A number where no date stands for it: the calendar ends in the year 275760. */
function timeText(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? String(time) : date.toISOString();
}
