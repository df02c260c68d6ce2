import { asTimes, type Times } from '../columns/asTimes';
import { NoTimes } from '../columns/epochTimes';
import { unreadable } from '../fileError';
import { type Column, MISSING, MISTYPED, type NumberColumn, PRESENT } from '../columns/Column';

const MS_A_SECOND = 1000;

/** Seconds from one time of each row to another; missing where a row lacks either, mistyped where the later is no time. */
export function delayColumn(since: Float64Array, until: Column): NumberColumn {
  const { values: times, mistyped } = timesOf(until);
  const values = new Float64Array(times.length);
  const states = new Uint8Array(times.length);
  for (let row = 0; row < times.length; row++) {
    values[row] = (times[row] - since[row]) / MS_A_SECOND;
    states[row] = Number.isNaN(values[row]) ? MISSING : PRESENT;
  }
  markText(until, times, states);
  return { kind: 'numbers', values, states, mistyped, typed: true, time: false };
}

/** A cell with something in it that is no time is not missing. */
function markText(column: Column, times: Float64Array, states: Uint8Array): void {
  if (column.kind === 'numbers') {
    column.states?.forEach((state, row) => (states[row] = state === MISTYPED ? MISTYPED : states[row]));
    return;
  }
  const { codes, dictionary } = column;
  const blank = dictionary.map((text) => /^\s*(nan|nat|null)?\s*$/i.test(text));
  codes.forEach((code, row) => {
    if (code >= 0 && !blank[code] && Number.isNaN(times[row])) {
      states[row] = MISTYPED;
    }
  });
}

function timesOf(column: Column): Times {
  try {
    return asTimes(column);
  } catch (error) {
    throw error instanceof NoTimes ? unreadable(`A value of the time of arrival ${error.message}.`, error) : error;
  }
}
