// `modelwatch drift` as a whole process: 20 numeric columns, 50,000 rows on each side, from Parquet.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parquetWriteFile } from 'hyparquet-writer';
import { executable } from './lib/executable.mjs';

const ROWS = 50_000;
const COLUMNS = 20;

export function measureDrift(runs = 7) {
  const folder = path.resolve('.cache/bench');
  fs.mkdirSync(folder, { recursive: true });
  const files = ['baseline', 'current'].map((name, side) => {
    const filename = path.join(folder, `${name}-${ROWS}x${COLUMNS}.parquet`);
    if (!fs.existsSync(filename)) {
      parquetWriteFile({ filename, columnData: columns(side) });
    }
    return filename;
  });
  const seconds = [];
  for (let run = 0; run < runs; run++) {
    const begun = performance.now();
    const { status, stderr } = spawnSync(
      executable(),
      ['drift', '--baseline', files[0], '--current', files[1], '--format', 'json'],
      {
        maxBuffer: 2 ** 26,
      }
    );
    if (status !== 0) {
      throw new Error(`modelwatch drift failed: ${stderr}`);
    }
    seconds.push((performance.now() - begun) / 1000);
  }
  return { files, seconds };
}

/** Normal columns from a fixed linear congruential generator; a quarter of them is shifted on the second side. */
function columns(side) {
  let state = 12345 + side;
  const uniform = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  return Array.from({ length: COLUMNS }, (_, c) => ({
    name: `x${c}`,
    type: 'DOUBLE',
    data: Float64Array.from({ length: ROWS }, () => {
      const normal = Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
      return normal + (side === 1 && c % 4 === 0 ? 0.2 : 0);
    }),
  }));
}
