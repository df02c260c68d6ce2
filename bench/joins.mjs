// `npm run bench:joins -- [rows]`: a file of so many predictions joined with a file of as many labels, in another order, by
// key: in memory, and in parts where a query may take a part of that. Whole processes; prints Markdown, and ends with an
// error where both don't say the same.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { executable } from './lib/executable.mjs';
import { machine } from './lib/machine.mjs';
import { median } from './lib/median.mjs';

const RUNS = 3;
const DAYS = 30;
const rows = Number(process.argv[2] ?? 1e6);
/** Megabytes that a query may take. */
const LIMITS = { 'in memory': 8192, 'in parts': Math.ceil((rows * 80) / 2 ** 20) };
const folder = path.resolve('.cache/bench/joins', String(rows));
const [predictions, labels] = ['predictions.csv', 'labels.csv'].map((name) => path.join(folder, name));
if (!fs.existsSync(labels)) {
  fs.mkdirSync(folder, { recursive: true });
  write();
}
const command = [
  ...[executable(), 'performance', predictions, '--labels', labels, '--key', 'id', '--label', 'actual'],
  ...['--label-time', 'seen', '--prediction', 'prediction', '--score', 'score', '--positive', 'late'],
  ...['--time', 'time', '--window', '1d', '--as-of', '2024-03-01T00:00:00Z', '--format', 'json'],
];
const environment = (limit) => ({
  ...process.env,
  MODELWATCH_MEMORY_MB: '8192',
  MODELWATCH_QUERY_MEMORY_MB: String(limit),
});
const answers = Object.values(LIMITS).map((limit) => {
  const options = { env: environment(limit), maxBuffer: 2 ** 28 };
  return execFileSync(command[0], command.slice(1), options).toString();
});
if (answers[0] !== answers[1]) {
  throw new Error('joined in parts is not what is joined in memory');
}
const measured = Object.fromEntries(Object.keys(LIMITS).map((how) => [how, []]));
for (let i = 0; i < RUNS; i++) {
  for (const [how, limit] of Object.entries(LIMITS)) {
    const options = { env: environment(limit), encoding: 'utf8' };
    const { stdout, status, stderr } = spawnSync('python3', ['bench/peers/measure.py', ...command], options);
    if (status !== 0) {
      throw new Error(stderr);
    }
    measured[how].push(JSON.parse(stdout));
  }
}
process.stdout.write(
  [
    `Measured on ${new Date().toISOString().slice(0, 10)}, ${machine()}; ${rows.toLocaleString('en-US')} predictions and as many labels, from CSV. Median of ${RUNS} runs in turn of whole processes.`,
    '',
    '| joined | query_memory_mb | seconds | of processors | peak |',
    '|---|---|---|---|---|',
    ...Object.entries(LIMITS).map(([how, limit]) => {
      const of = (key) => median(measured[how].map((one) => one[key]));
      return `| ${how} | ${limit} | ${of('seconds').toFixed(1)} | ${of('processor').toFixed(1)} | ${Math.round(of('megabytes'))} MB |`;
    }),
    '',
  ].join('\n')
);

/** The same rows each time; labels lie in another order, by steps that share no factor with their number. */
function write() {
  const start = Date.parse('2024-01-01T00:00:00Z') / 1000;
  const idOf = (i) => `request-${i}-${(Math.imul(i, 2654435761) >>> 0).toString(16)}`;
  const timeOf = (i) => start + Math.floor((i * DAYS * 86_400) / rows);
  let state = 1;
  const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  writeLines(predictions, 'id,time,prediction,score', (i) => {
    const score = random();
    return `${idOf(i)},${timeOf(i)},${score > 0.5 ? 'late' : 'on time'},${score.toFixed(3)}`;
  });
  writeLines(labels, 'id,actual,seen', (i) => {
    const of = (i * 7919) % rows;
    return `${idOf(of)},${random() > 0.5 ? 'late' : 'on time'},${timeOf(of) + Math.floor(random() * 3 * 86_400)}`;
  });
}

function writeLines(file, header, lineOf) {
  const handle = fs.openSync(file, 'w');
  let lines = [header];
  for (let i = 0; i < rows; i++) {
    lines.push(lineOf(i));
    if (lines.length === 10_000 || i === rows - 1) {
      fs.writeSync(handle, `${lines.join('\n')}\n`);
      lines = [];
    }
  }
  fs.closeSync(handle);
}
