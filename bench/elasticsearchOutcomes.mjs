// `npm run bench:elasticsearch:outcomes -- [1e5 1e7]`: predictions with labels in a real Elasticsearch: all metrics of two
// halves of the documents beside drift of the same documents; and a sequential verdict on hourly windows after 12 weeks of
// them, twice in one process. `--url=URL` asks a server that runs already.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { findElasticsearch } from '../scripts/lib/findElasticsearch.mjs';
import { startElasticsearch } from '../scripts/lib/startElasticsearch.mjs';
import { ask, indexOf } from './elasticsearch/index.mjs';
import { COLUMNS, OUTCOMES, RANGE } from './elasticsearch/outcomes.mjs';
import { CountingProxy } from './lib/CountingProxy.mjs';
import { executable } from './lib/executable.mjs';
import { machine } from './lib/machine.mjs';
import { median, spread } from './lib/median.mjs';
import { runProcess } from './lib/runProcess.mjs';

const FOLDER = path.resolve('.cache/bench/elasticsearch');
const RUNS = 3;
const DAY = 86_400_000;
const WEEK = 7 * DAY;
const HALF = (RANGE.from + RANGE.to) / 2;

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const sizes = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const given = options.find((word) => word.startsWith('--url='))?.slice('--url='.length);
const parts = options.filter((word) => !word.startsWith('--url='));
const store =
  given === undefined
    ? await startElasticsearch(findElasticsearch(), { heap: '2g', data: path.join(FOLDER, 'data') })
    : { url: given, stop: () => Promise.resolve() };
const proxy = await CountingProxy.start(store.url);
try {
  process.stdout.write(
    [
      `Measured on ${new Date().toISOString().slice(0, 10)}, ${machine()}, load of ${os.loadavg()[0].toFixed(1)}.`,
      '',
      '| documents | what | time | requests | bytes asked | bytes answered |',
      '|---|---|---|---|---|---|',
      '',
    ].join('\n')
  );
  for (const number of (sizes.length === 0 ? ['1e5'] : sizes).map(Number)) {
    const index = await indexOf(store.url, number, OUTCOMES);
    if (parts.length === 0 || parts.includes('--metrics')) {
      await measureMetrics(number, index);
    }
    if (parts.length === 0 || parts.includes('--time')) {
      await measureTime(number, index);
    }
  }
} finally {
  await proxy.stop();
  await store.stop();
}

/** In turn, so that both have the same machine. */
async function measureMetrics(number, index) {
  const baseline = { kind: 'window', from: iso(RANGE.from), to: iso(HALF) };
  const current = { connection: 'logs', index, timeField: 'time' };
  const drift = { current: { ...current, features: COLUMNS.map((name) => ({ name })) } };
  const outcomes = { prediction: 'prediction', score: 'score', positive: 'late', current };
  const label = { field: 'actual', timeField: 'label_time', deadline: '2d' };
  const queries = {
    'drift of 20 numbers': { kind: 'drift', window: 'range', baseline, ...drift },
    'all metrics of classes and scores': { kind: 'performance', window: 'range', baseline, ...outcomes, label },
  };
  const cold = Object.fromEntries(Object.keys(queries).map((what) => [what, []]));
  const again = Object.fromEntries(Object.keys(queries).map((what) => [what, []]));
  for (let i = 0; i < RUNS; i++) {
    for (const [what, query] of Object.entries(queries)) {
      await ask(store.url, 'POST', `/${index}/_cache/clear`);
      cold[what].push(await counted(() => runQuery(query)));
      again[what].push(await counted(() => runQuery(query)));
    }
  }
  for (const what of Object.keys(queries)) {
    write(number, `${what}, nothing in the store's caches`, cold[what]);
    write(number, 'the same, asked again', again[what]);
  }
  const [first, second] = Object.values(cold).map((runs) => median(runs.map(({ seconds }) => seconds)));
  process.stdout.write(`| | metrics as a multiple of drift | ${(second / first).toPrecision(2)} × | | | |\n`);
}

async function measureTime(number, index) {
  const query = {
    kind: 'drift',
    window: '1h',
    baseline: { kind: 'seasonal', period: '1w', count: 4 },
    decision: { significance: 'sequential', falseAlarmEvery: '90d' },
    current: { connection: 'logs', index, timeField: 'time', features: COLUMNS.map((name) => ({ name })) },
  };
  const file = path.join(FOLDER, 'time.json');
  fs.writeFileSync(file, JSON.stringify(query));
  await ask(store.url, 'POST', `/${index}/_cache/clear`);
  const last = [String(RANGE.from + 13 * WEEK - DAY), String(RANGE.from + 13 * WEEK)];
  const bench = ['bench/runTypeScript.mjs', 'bench/elasticsearch/twice.ts', file, proxy.url, ...last];
  const run = await counted(() => runProcess(process.execPath, bench));
  const { seconds, verdicts } = JSON.parse(run.stdout);
  const what = `24 hours judged by the 12 weeks of hours before (20 numbers, ${verdicts} verdicts)`;
  write(number, what, [{ ...run, seconds: seconds[0] }]);
  process.stdout.write(
    `| | the same in the same process (requests above are of both) | ${seconds[1].toFixed(2)} s | | | |\n`
  );
}

function runQuery(query) {
  const [file, connections] = ['outcomes.json', 'outcomes.yaml'].map((name) => path.join(FOLDER, name));
  fs.writeFileSync(file, JSON.stringify(query));
  fs.writeFileSync(connections, `connections:\n  logs: {type: elasticsearch, url: '${proxy.url}', timeout: 10m}\n`);
  const range = ['--from', iso(HALF), '--to', iso(RANGE.to)];
  return runProcess(executable(), ['query', file, '--connections', connections, ...range, '--format', 'json']);
}

function iso(time) {
  return new Date(time).toISOString();
}

async function counted(run) {
  const before = proxy.usage;
  const finished = await run();
  const after = proxy.usage;
  return { ...finished, ...Object.fromEntries(Object.keys(after).map((key) => [key, after[key] - before[key]])) };
}

function write(number, what, runs) {
  const of = (key) => median(runs.map((one) => one[key]));
  const time = spread(
    runs.map(({ seconds }) => seconds),
    's'
  );
  const cells = [number.toLocaleString('en-US'), what, time, of('requests'), bytes(of('sent')), bytes(of('received'))];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

function bytes(count) {
  return count < 1e6 ? `${(count / 1e3).toFixed(0)} kB` : `${(count / 1e6).toPrecision(3)} MB`;
}
