// `npm run bench:files -- [rows]`: reading large files beside DuckDB and Polars, in one run: processor seconds and peak
// memory of whole processes that read one column, one column in a tenth of the time, or all of them. Prints Markdown.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { machine } from './lib/machine.mjs';
import { median } from './lib/median.mjs';
import { peersPython } from './peers/environment.mjs';

const FORMATS = ['csv', 'ndjson', 'parquet'];
const WHATS = ['one', 'range', 'all'];
const RUNS = 3;
/** Of DuckDB's processor time, by what is read; and the peak in megabytes that it may take. */
const AIMS = {
  csv: { times: [0.5, 0.5, 0.75], megabytes: 64 },
  ndjson: { times: [1, 1, 1], megabytes: 100 },
  parquet: { times: [null, null, 0.9], megabytes: 140 },
};

const rows = Number(process.argv[2] ?? 6_600_000);
const python = peersPython('files');
const folder = path.resolve('.cache/bench/files', String(rows));
if (!fs.existsSync(path.join(folder, 'log.parquet'))) {
  run([python, 'bench/peers/make_files.py', folder, String(rows)]);
}
const ours = path.resolve('.cache/bench/readFiles.cjs');
await build({
  entryPoints: ['bench/files/read.ts'],
  outfile: ours,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'warning',
});
const bun = path.resolve('node_modules/.bin/bun');

process.stdout.write(
  [
    `Measured on ${new Date().toISOString().slice(0, 10)}, ${machine()}; ${rows.toLocaleString('en')} rows × 20 columns (a third of them as NDJSON).`,
    `Processor seconds and peak megabytes, median of ${RUNS} runs in turn; in brackets the ratio to DuckDB’s seconds.`,
    '',
    '| file | read | Modelwatch | DuckDB | Polars | aim |',
    '|---|---|---|---|---|---|',
    ...FORMATS.flatMap((format) => WHATS.map((what, i) => line(format, what, AIMS[format].times[i]))),
    '',
  ].join('\n')
);

function line(format, what, aim) {
  const file = path.join(folder, `log.${format}`);
  const count = format === 'ndjson' ? 10 * Math.floor(rows / 30) : rows;
  const commands = {
    ours: [bun, ours, file, what, String(count)],
    duckdb: [python, 'bench/peers/read_files.py', 'duckdb', file, what, String(count)],
    polars: [python, 'bench/peers/read_files.py', 'polars', file, what, String(count)],
  };
  const measured = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let i = 0; i < RUNS; i++) {
    for (const [name, command] of Object.entries(commands)) {
      measured[name].push(JSON.parse(run([python, 'bench/peers/measure.py', ...command])));
    }
  }
  const answers = Object.values(commands).map((command) => Number(run(command)));
  if (answers.some((answer) => !(Math.abs(answer - answers[0]) <= 1e-9 * Math.abs(answers[0])))) {
    throw new Error(`${format}, ${what}: the readers disagree: ${answers.join(', ')}`);
  }
  const seconds = (name) => median(measured[name].map(({ processor }) => processor));
  const shown = (name) => {
    const ratio = name === 'duckdb' ? '' : ` (${(seconds(name) / seconds('duckdb')).toFixed(2)})`;
    return `${seconds(name).toFixed(2)} s${ratio}, ${median(measured[name].map(({ megabytes }) => megabytes)).toFixed(0)} MB`;
  };
  const wanted = `${aim ?? '–'}, ${AIMS[format].megabytes} MB`;
  return `| ${format} | ${what} | ${shown('ours')} | ${shown('duckdb')} | ${shown('polars')} | ${wanted} |`;
}

function run([command, ...args]) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 24 });
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
  }
  return stdout;
}
