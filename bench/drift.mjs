// `modelwatch drift` as a whole process: 20 numeric columns, 50,000 rows on each side, from Parquet.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parquetWriteFile } from 'hyparquet-writer';
import { executable } from './lib/executable.mjs';

export const COLUMNS = 20;

/** Two Parquet files of numeric columns, made once: baseline and current. */
export function driftFiles(rows) {
  const folder = path.resolve('.cache/bench');
  fs.mkdirSync(folder, { recursive: true });
  return ['baseline', 'current'].map((name, side) => {
    const filename = path.join(folder, `${name}-${rows}x${COLUMNS}.parquet`);
    if (!fs.existsSync(filename)) {
      parquetWriteFile({ filename, columnData: columns(side, rows) });
    }
    return filename;
  });
}

/** The command that compares them, as a list. */
export function driftCommand([baseline, current]) {
  return [executable(), 'drift', '--baseline', baseline, '--current', current, '--format', 'json'];
}

export function measureDrift(runs = 7) {
  const [command, ...args] = driftCommand(driftFiles(50_000));
  const seconds = [];
  for (let run = 0; run < runs; run++) {
    const begun = performance.now();
    const { status, stderr } = spawnSync(command, args, { maxBuffer: 2 ** 26 });
    if (status !== 0) {
      throw new Error(`modelwatch drift failed: ${stderr}`);
    }
    seconds.push((performance.now() - begun) / 1000);
  }
  return { seconds };
}

/** Normal columns from a fixed linear congruential generator; a quarter of them is shifted on the second side. */
function columns(side, rows) {
  let state = 12345 + side;
  const uniform = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  return Array.from({ length: COLUMNS }, (_, c) => ({
    name: `x${c}`,
    type: 'DOUBLE',
    data: Float64Array.from({ length: rows }, () => {
      const normal = Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
      return normal + (side === 1 && c % 4 === 0 ? 0.2 : 0);
    }),
  }));
}
