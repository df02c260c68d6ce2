import { ColumnProfiler, type ColumnProfile } from '../../distribution/ColumnProfile';
import { type Column, MISTYPED, type NumberColumn, PRESENT, type TextColumn } from './columns/Column';
import { countCodes } from './group/countCodes';

/** What type inference needs to know of some rows of a column. */
export function profileOf(column: Column, rows: Int32Array): ColumnProfile {
  if (column.kind === 'text') {
    return column.dictionary.length < rows.length / 4 ? profileOfEntries(column, rows) : profileOfCells(column, rows);
  }
  return profileOfNumbers(column, rows);
}

function profileOfNumbers({ values, states, exact, time, codes = 0 }: NumberColumn, rows: Int32Array): ColumnProfile {
  const profiler = new ColumnProfiler();
  let mistyped = 0;
  let missing = 0;
  for (let i = 0; i < rows.length; i++) {
    const state = states === null ? PRESENT : states[rows[i]];
    if (state === PRESENT && exact !== undefined) {
      profiler.add(String(exact[rows[i]]));
    } else if (state === PRESENT && time) {
      profiler.addTime(values[rows[i]]);
    } else if (state === PRESENT) {
      profiler.addNumber(values[rows[i]]);
    } else {
      mistyped += Number(state === MISTYPED);
      missing += Number(state !== MISTYPED);
    }
  }
  const profile = profiler.finish();
  return {
    ...profile,
    present: profile.present + mistyped,
    texts: mistyped,
    missing,
    codes: codes + (profile.codes ?? 0),
  };
}

function entriesOf({ dictionary, booleans }: TextColumn): ReadonlyArray<string | boolean> {
  return booleans ? dictionary.map((text) => text === 'true') : dictionary;
}

function profileOfCells(column: TextColumn, rows: Int32Array): ColumnProfile {
  const entries = entriesOf(column);
  const profiler = new ColumnProfiler(true);
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
