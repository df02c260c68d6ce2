// `npm run bench:elasticsearch -- [1e5 1e6 1e7]`: drift of 20 features over so many documents of a real Elasticsearch, a week
// against the four before: whole processes, requests and bytes; against fetching the documents into Python and running
// Evidently's preset there. `--fetch-only` leaves the preset out, `--pages=N` reads N pages of each side and no more.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { findElasticsearch } from '../scripts/lib/findElasticsearch.mjs';
import { startElasticsearch } from '../scripts/lib/startElasticsearch.mjs';
import { BASELINE, CURRENT, FEATURES, FLIGHTS } from './elasticsearch/documents.mjs';
import { ask, indexOf } from './elasticsearch/index.mjs';
import { CountingProxy } from './lib/CountingProxy.mjs';
import { executable } from './lib/executable.mjs';
import { machine } from './lib/machine.mjs';
import { median, spread } from './lib/median.mjs';
import { runProcess } from './lib/runProcess.mjs';
import { peersPython } from './peers/environment.mjs';

const FOLDER = path.resolve('.cache/bench/elasticsearch');
const PEER = path.resolve('bench/peers/drift_elasticsearch.py');
const RUNS = 3;
const names = Object.keys(FEATURES);

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const sizes = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const numbers = (sizes.length === 0 ? ['1e5', '1e6'] : sizes).map(Number);
if (numbers.some((number) => !Number.isInteger(number) || number < 1)) {
  process.stderr.write('Name numbers of documents, such as 1e5 1e6 1e7.\n');
  process.exit(2);
}
if (!fs.existsSync(executable())) {
  process.stderr.write('There is no executable yet: run `npm run build` first.\n');
  process.exit(2);
}

const found = findElasticsearch();
const python = options.includes('--ours') ? null : peersPython();
const { url, stop } = await startElasticsearch(found, { heap: '2g', data: path.join(FOLDER, 'data') });
const proxy = await CountingProxy.start(url);
try {
  const indices = [];
  for (const number of numbers) {
    indices.push(await indexOf(url, number, FLIGHTS));
  }
  process.stdout.write(
    [
      `Measured on ${new Date().toISOString().slice(0, 10)}, ${machine()}, load of ${os.loadavg()[0].toFixed(1)}; ${found.name}, 2 GB of heap, on the same machine; median (smallest to largest) of ${RUNS} runs for ours, one for the peer.`,
      '',
      '| documents | what | time | requests | bytes asked | bytes answered |',
      '|---|---|---|---|---|---|',
      '',
    ].join('\n')
  );
  for (const [i, number] of numbers.entries()) {
    await measure(number, indices[i]);
  }
} finally {
  await proxy.stop();
  await stop();
}

async function measure(number, index) {
  const files = writeQuery(index);
  const cold = await repeat(() => measureOurs(files, index));
  write(number, '`modelwatch query`, nothing in the request cache', cold);
  write(number, '`modelwatch query`, asked again', await repeat(() => measureOurs(files)));
  if (python === null) {
    return;
  }
  const peer = await counted(() => runProcess(python, [PEER, ...peerArguments(index)]));
  const { rows, fetching, testing } = JSON.parse(peer.stdout);
  const tested = options.includes('--fetch-only') ? 'not tested' : `tested in ${testing.toFixed(0)} s`;
  const parts = `${rows.toLocaleString('en-US')} documents fetched in ${fetching.toFixed(0)} s, ${tested}`;
  write(number, `pandas and Evidently’s preset: ${parts}`, [peer]);
  // Pages of a part are as many of the whole, at the same rate; starting Python is in neither.
  const part = rows / number;
  const whole = part === 1 ? peer : { ...each(peer, (value) => value / part), seconds: fetching / part };
  const against = (key) => `${(whole[key] / median(cold.map((one) => one[key]))).toPrecision(2)} ×`;
  const what = part === 1 ? 'as a multiple' : 'all documents at that rate, fetching alone, as a multiple';
  const multiples = ['seconds', 'requests', 'sent', 'received'].map(against);
  process.stdout.write(`| | … ${what} of ours, nothing cached | ${multiples.join(' | ')} |\n`);
}

function each({ requests, sent, received }, change) {
  return { requests: change(requests), sent: change(sent), received: change(received) };
}

function writeQuery(index) {
  const [query, connections] = ['query.json', 'connections.yaml'].map((name) => path.join(FOLDER, name));
  const iso = (time) => new Date(time).toISOString();
  const current = { connection: 'logs', index, timeField: 'time', features: names.map((name) => ({ name })) };
  const baseline = { kind: 'window', from: iso(BASELINE.from), to: iso(BASELINE.to) };
  fs.writeFileSync(query, JSON.stringify({ kind: 'drift', window: 'range', current, baseline }));
  fs.writeFileSync(connections, `connections:\n  logs: {type: elasticsearch, url: '${proxy.url}', timeout: 10m}\n`);
  return ['query', query, '--connections', connections, '--from', iso(CURRENT.from), '--to', iso(CURRENT.to)];
}

/** With an index: after its caches were emptied. */
async function measureOurs(args, index) {
  if (index !== undefined) {
    await ask(url, 'POST', `/${index}/_cache/clear`);
  }
  const measured = await counted(() => runProcess(executable(), [...args, '--format', 'json']));
  const { results } = JSON.parse(measured.stdout);
  const judged = new Set(results.map(({ feature }) => feature)).size;
  if (judged !== names.length) {
    throw new Error(`${judged} of ${names.length} features were judged.`);
  }
  return measured;
}

function peerArguments(index) {
  const times = [BASELINE.from, CURRENT.from, CURRENT.to].map(String);
  const pages = options.find((word) => word.startsWith('--pages='))?.split('=') ?? [];
  return [proxy.url, index, 'time', ...times, ...names, ...options.filter((word) => word === '--fetch-only'), ...pages];
}

async function counted(run) {
  const before = proxy.usage;
  const finished = await run();
  const after = proxy.usage;
  const used = Object.fromEntries(Object.keys(after).map((key) => [key, after[key] - before[key]]));
  return { ...finished, ...used };
}

async function repeat(run) {
  const all = [];
  for (let i = 0; i < RUNS; i++) {
    all.push(await run());
  }
  return all;
}

function write(number, what, runs) {
  const seconds = runs.map((one) => one.seconds);
  const time = runs.length === 1 ? `${seconds[0].toFixed(0)} s` : spread(seconds, 's');
  const of = (key) => median(runs.map((one) => one[key]));
  const cells = [number.toLocaleString('en-US'), what, time, of('requests'), bytes(of('sent')), bytes(of('received'))];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

function bytes(count) {
  return count < 1e6 ? `${(count / 1e3).toFixed(0)} kB` : `${(count / 1e6).toPrecision(3)} MB`;
}
