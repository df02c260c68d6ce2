import type { ParityValue } from '../statistics/parity/compareValues';
import { CommandLineError } from './CommandLineError';

export type Cells = ReadonlyMap<string, readonly ParityValue[]>;

export interface JoinedRows {
  /** Of the rows that both sides have, in the training side's order. */
  readonly keys: readonly string[];
  readonly notes: readonly string[];
  take(cells: Cells, side: 0 | 1, column: string): ParityValue[];
}

/** Finds the rows of both sides with the same key. Throws a CommandLineError where a side lacks it or repeats it. */
export function joinByKey(training: Cells, served: Cells, key: string): JoinedRows {
  const sides = [indexOf(training, key, 'training'), indexOf(served, key, 'serving')] as const;
  const [before, after] = sides.map(({ index }) => index);
  const keys = [...before.keys()].filter((one) => after.has(one));
  if (keys.length === 0) {
    throw new CommandLineError(`no value of "${key}" is on both sides: is it the same key?`);
  }
  const alone = (side: string, count: number) => (count === 0 ? [] : [`${count} rows are only on the ${side} side.`]);
  const keyless = (side: string, count: number) =>
    count === 0 ? [] : [`${count} rows of the ${side} side have no "${key}" and are left out.`];
  const rows = [before, after].map((index) => keys.map((one) => index.get(one) ?? -1));
  return {
    keys,
    notes: [
      ...keyless('training', sides[0].keyless),
      ...keyless('serving', sides[1].keyless),
      ...alone('training', before.size - keys.length),
      ...alone('serving', after.size - keys.length),
    ],
    take: (cells, side, column) => rows[side].map((row) => cells.get(column)?.[row] ?? null),
  };
}

interface KeyedRows {
  readonly index: ReadonlyMap<string, number>;
  /** Rows that have no key: it is missing, or NaN. */
  readonly keyless: number;
}

function indexOf(cells: Cells, key: string, side: string): KeyedRows {
  const values = cells.get(key);
  if (values === undefined) {
    throw new CommandLineError(`the ${side} side has no column "${key}": it has ${[...cells.keys()].join(', ')}.`);
  }
  const index = new Map<string, number>();
  let keyless = 0;
  values.forEach((value, row) => {
    if (value === null || Number.isNaN(value)) {
      keyless++;
    } else {
      const text = String(value);
      if (index.has(text)) {
        throw new CommandLineError(`the ${side} side has "${text}" twice in "${key}": a key tells rows apart.`);
      }
      index.set(text, row);
    }
  });
  return { index, keyless };
}
