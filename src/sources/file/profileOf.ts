import { ColumnProfiler, profileColumn, type ColumnProfile } from '../../distribution/ColumnProfile';
import { type Column, MISTYPED, PRESENT, type TextColumn } from './columns/Column';
import { countCodes } from './group/countCodes';

/** What type inference needs to know of some rows of a column. */
export function profileOf(column: Column, rows: Int32Array): ColumnProfile {
  if (column.kind === 'text') {
    return column.dictionary.length < rows.length / 4 ? profileOfEntries(column, rows) : profileOfCells(column, rows);
  }
  const { values, states } = column;
  if (states === null) {
    return profileColumn(take(values, rows));
  }
  const present = rows.filter((row) => states[row] === PRESENT);
  const mistyped = rows.filter((row) => states[row] === MISTYPED).length;
  const profile = profileColumn(take(values, present));
  const missing = rows.length - present.length - mistyped;
  return { ...profile, present: profile.present + mistyped, texts: mistyped, missing };
}

function take(values: Float64Array, rows: Int32Array): Float64Array {
  const taken = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    taken[i] = values[rows[i]];
  }
  return taken;
}

function entriesOf({ dictionary, booleans }: TextColumn): ReadonlyArray<string | boolean> {
  return booleans ? dictionary.map((text) => text === 'true') : dictionary;
}

function profileOfCells(column: TextColumn, rows: Int32Array): ColumnProfile {
  const entries = entriesOf(column);
  const profiler = new ColumnProfiler();
  for (let i = 0; i < rows.length; i++) {
    const code = column.codes[rows[i]];
    profiler.add(code < 0 ? null : entries[code]);
  }
  return profiler.finish();
}

/** The same where few values repeat often: each is looked at once. */
function profileOfEntries(column: TextColumn, rows: Int32Array): ColumnProfile {
  const entries = entriesOf(column);
  const sizes = countCodes(column.codes, rows, entries.length);
  const profiler = new ColumnProfiler();
  profiler.add(null, sizes[0]);
  entries.forEach((entry, code) => {
    if (sizes[code + 1] > 0) {
      profiler.add(entry, sizes[code + 1]);
    }
  });
  return profiler.finish();
}
