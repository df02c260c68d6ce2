import { ColumnProfiler, profileColumn, type ColumnProfile } from '../../distribution/ColumnProfile';
import { type Column, MISTYPED, PRESENT } from './columns/Column';

/** What type inference needs to know of some rows of a column. */
export function profileOf(column: Column, rows: Int32Array): ColumnProfile {
  if (column.kind === 'text') {
    const profiler = new ColumnProfiler();
    const cells: ReadonlyArray<string | boolean> = column.booleans
      ? column.dictionary.map((text) => text === 'true')
      : column.dictionary;
    for (let i = 0; i < rows.length; i++) {
      const code = column.codes[rows[i]];
      profiler.add(code < 0 ? null : cells[code]);
    }
    return profiler.finish();
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
