import fs from 'node:fs';
import type { WindowListener } from './simulate';

/** Calls back with what writes values to a file as doubles, one array after the other. */
export function writingTo<Result>(file: string, run: (write: WindowListener) => Result): Result {
  const output = fs.openSync(file, 'w');
  try {
    return run((values) =>
      values.forEach((side) => fs.writeSync(output, new Uint8Array(side.buffer, side.byteOffset, side.byteLength)))
    );
  } finally {
    fs.closeSync(output);
  }
}
