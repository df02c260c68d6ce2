// `npm run bench:performance -- [rows]`: all metrics of binary predictions by day, realized and estimated, beside
// scikit-learn (realized alone) and NannyML, as whole processes in one run: seconds and peak memory. Prints Markdown, and
// ends with an error where a figure is not scikit-learn's.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { executable } from './lib/executable.mjs';
import { machine } from './lib/machine.mjs';
import { median } from './lib/median.mjs';
import { peersPython } from './peers/environment.mjs';

const RUNS = 3;
/** NannyML's seconds are to be as many times ours, and the peak no more than these megabytes. */
const AIM = { times: 10, megabytes: 150 };
const METRICS = [
  ...['accuracy', 'precision', 'recall', 'specificity', 'f1'],
  ...['roc_auc', 'average_precision', 'brier', 'log_loss'],
];
/** Of sums in another order. */
const TOLERANCE = 1e-9;

const rows = Number(process.argv[2] ?? 100_000);
const python = peersPython('nannyml');
const folder = path.resolve('.cache/bench/performance', String(rows));
if (!fs.existsSync(path.join(folder, 'analysis.parquet'))) {
  run([python, 'bench/peers/make_predictions.py', folder, String(rows)]);
}
const ours = [
  ...[executable(), 'performance', path.join(folder, 'analysis.parquet')],
  ...['--baseline', path.join(folder, 'reference.parquet'), '--time', 'time', '--window', '1d'],
  ...['--label', 'actual', '--prediction', 'prediction', '--score', 'score', '--positive', '1'],
  ...METRICS.flatMap((metric) => ['--metrics', metric]),
  ...['--format', 'json'],
];
const commands = {
  Modelwatch: ours,
  'scikit-learn': [python, 'bench/peers/performance_sklearn.py', folder],
  NannyML: [python, 'bench/peers/performance_nannyml.py', folder],
};
const agreement = compareWithSklearn();
const measured = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let i = 0; i < RUNS; i++) {
  for (const [name, command] of Object.entries(commands)) {
    measured[name].push(JSON.parse(run([python, 'bench/peers/measure.py', ...command])));
  }
}

const own = figures('Modelwatch');
process.stdout.write(
  [
    `Measured on ${new Date().toISOString().slice(0, 10)}, ${machine()}; ${rows.toLocaleString('en')} predictions with labels in 366 days, from Parquet.`,
    `Median of ${RUNS} runs in turn of whole processes. ${agreement}`,
    '',
    '| who | seconds | of processors | as many times | peak |',
    '|---|---|---|---|---|',
    ...Object.keys(commands).map((name) => {
      const { seconds, processor, megabytes } = figures(name);
      const times = Number((seconds / own.seconds).toPrecision(2));
      return `| ${name} | ${seconds.toFixed(2)} | ${processor.toFixed(2)} | ${times} | ${Math.round(megabytes)} MB |`;
    }),
    '',
    `Aim: NannyML takes ${AIM.times} times as long or more, at most ${AIM.megabytes} MB.`,
    '',
  ].join('\n')
);

function figures(name) {
  const of = (key) => median(measured[name].map((one) => one[key]));
  return { seconds: of('seconds'), processor: of('processor'), megabytes: of('megabytes') };
}

/** The largest difference of any metric of any day; throws where it is more than rounding, or a day is missing. */
function compareWithSklearn() {
  const output = path.join(folder, 'sklearn.json');
  run([python, 'bench/peers/performance_sklearn.py', folder, output]);
  const expected = JSON.parse(fs.readFileSync(output, 'utf8'));
  const { results } = JSON.parse(run(ours));
  let largest = 0;
  let compared = 0;
  for (const { metric, value, time } of results) {
    const reference = expected[time.slice(0, 10)]?.[metric];
    const difference = reference === undefined ? NaN : Math.abs(value - reference);
    if (!(difference <= TOLERANCE)) {
      throw new Error(`${metric} of ${time} is ${value}, and scikit-learn says ${reference}`);
    }
    largest = Math.max(largest, difference);
    compared++;
  }
  const all = METRICS.length * Object.keys(expected).length;
  if (compared !== all) {
    throw new Error(`${compared} figures instead of ${all}`);
  }
  return `All ${compared.toLocaleString('en')} figures are scikit-learn’s (largest difference ${largest.toExponential(0)}).`;
}

function run([command, ...args]) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) {
    throw new Error(`${args[0]} failed: ${stderr}`);
  }
  return stdout;
}
