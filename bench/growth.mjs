// `npm run bench:growth -- [shape …]`: whole processes over inputs of n and of 10 n things, of every kind of question. Time and
// peak memory must grow no faster than their input; prints Markdown.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { columns, distinct, parts, rowGroups, segments } from './growth/inputs.mjs';
import { executable } from './lib/executable.mjs';
import { machine } from './lib/machine.mjs';

const ALL = ['drift', 'distribution', 'quality', 'volume', 'versions', 'profile', 'parity'];
const SHAPES = {
  'row groups': { n: 2_000, make: rowGroups, file: 'parquet', kinds: ALL },
  'columns of CSV': { n: 1_000, make: (folder, n) => columns(folder, n, 'csv'), file: 'csv', kinds: ALL },
  'columns of NDJSON': { n: 1_000, make: (folder, n) => columns(folder, n, 'ndjson'), file: 'ndjson', kinds: ALL },
  'columns of JSON': { n: 1_000, make: (folder, n) => columns(folder, n, 'json'), file: 'json', kinds: ALL },
  'columns of Parquet': { n: 1_000, make: (folder, n) => columns(folder, n, 'parquet'), file: 'parquet', kinds: ALL },
  'distinct texts': { n: 20_000, make: distinct, file: 'csv', kinds: ALL },
  'files of a folder': { n: 200, make: parts, file: null, kinds: ALL.filter((kind) => kind !== 'parity') },
  segments: { n: 50, make: segments, file: 'csv', kinds: ['drift', 'quality', 'volume', 'versions'], by: ['c'] },
};
/** A process that does nothing takes so much, which does not grow. */
const SLACK = { seconds: 1, megabytes: 100 };
const LIMIT_MS = 120_000;

const root = path.resolve('.cache/bench/growth');
const wanted = process.argv.slice(2);
const lines = [];
let failed = false;
for (const [name, shape] of Object.entries(SHAPES)) {
  if (wanted.length > 0 && !wanted.some((one) => name.includes(one))) {
    continue;
  }
  for (const kind of shape.kinds) {
    const [one, ten] = [await measure(name, shape, kind, shape.n), await measure(name, shape, kind, 10 * shape.n)];
    // Ten times as much, and half as much again for the caches of the processor and the collector.
    const grows = ten === null || ['seconds', 'megabytes'].some((key) => ten[key] > 15 * one[key] + SLACK[key]);
    failed ||= grows;
    lines.push(
      `| ${name} | ${kind} | ${shape.n.toLocaleString('en')} | ${show(one)} | ${show(ten)} |${grows ? ' **faster** |' : ''}`
    );
    process.stderr.write(`${lines.at(-1)}\n`);
  }
}
process.stdout.write(
  [
    `Measured on ${new Date().toISOString().slice(0, 10)}, ${machine()}.`,
    '',
    '| what there are n of | kind | n | of n | of 10 n |',
    '| ------------------- | ---- | - | ---- | ------- |',
    ...lines,
    '',
  ].join('\n')
);
process.exit(failed ? 1 : 0);

function show(measured) {
  return measured === null ? 'unfinished' : `${measured.seconds.toFixed(2)} s, ${measured.megabytes.toFixed(0)} MB`;
}

async function measure(name, shape, kind, n) {
  const folder = path.join(root, name.replaceAll(' ', '-'), String(n));
  shape.make(folder, n);
  const command = [executable(), ...commandOf(shape, kind, n, folder)];
  const begun = spawn('python3', ['bench/peers/measure.py', ...command], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  begun.stdout.setEncoding('utf8').on('data', (text) => (said += text));
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    process.kill(-begun.pid);
  }, LIMIT_MS);
  const status = await new Promise((resolve) => begun.on('close', resolve));
  clearTimeout(timer);
  if (status !== 0 && !isLate) {
    throw new Error(`failed: ${command.join(' ')}`);
  }
  return isLate ? null : JSON.parse(said);
}

function commandOf(shape, kind, n, folder) {
  const [old, now] = ['old', 'now'].map((side) => (shape.file === null ? side : `${side}.${shape.file}`));
  switch (kind) {
    case 'profile':
      return ['profile', path.join(folder, now), '--output', path.join(folder, 'profile.json')];
    case 'parity':
      return ['parity', path.join(folder, old), path.join(folder, now), '--key', 'id', '--format', 'json'];
    default: {
      const file = path.join(folder, `${kind}.json`);
      fs.writeFileSync(file, JSON.stringify(queryOf(shape, kind, n, old, now)));
      return ['query', file, '--format', 'json'];
    }
  }
}

function queryOf(shape, kind, n, old, now) {
  const by = shape.by === undefined ? {} : { segmentBy: shape.by };
  const current = { connection: 'files', path: now, ...(timed(shape, kind) && { timeField: 'time' }) };
  const common = { version: 1, kind, current, ...by };
  switch (kind) {
    case 'volume':
      return {
        ...common,
        window: '1h',
        baseline: { kind: 'previous', offset: '1d' },
        measures: [{ name: 'rows', aggregate: 'count' }],
      };
    case 'versions':
      return { ...common, window: '1h', feature: { name: 'c' } };
    case 'distribution':
      return {
        ...common,
        current: { ...current, features: [{ name: 'c' }] },
        baseline: { kind: 'selection', connection: 'files', path: old },
      };
    default:
      return { ...common, baseline: { kind: 'selection', connection: 'files', path: old } };
  }
}

function timed(shape, kind) {
  return kind === 'volume' || kind === 'versions';
}
