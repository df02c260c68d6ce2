// A week of hourly drift against the week before, 100 histogram features, from a real local Prometheus: the whole process,
// its requests and bytes; against pulling the raw samples into Python and running SciPy there (PYTHON names one with SciPy).
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findPrometheus } from '../scripts/lib/findPrometheus.mjs';
import { executable } from './lib/executable.mjs';
import { machine } from './lib/machine.mjs';
import { spread } from './lib/median.mjs';

const FEATURES = 100;
const BOUNDS = [0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2.5, 5, 10];
const DAY = 86_400_000;
const SCRAPE = 300_000;
const START = Date.parse('2024-01-01T00:00:00Z');
const END = START + 14 * DAY;
const FOLDER = path.resolve('.cache/bench/prometheus');
const SCIPY = fileURLToPath(new URL('./prometheus_scipy.py', import.meta.url));

/**
 * @param {number} runs
 * @returns {Promise<{ server: string, seconds: number[], requests: number, bytes: number, results: number, scipy?: { seconds: number, bytes: number } }>}
 */
export async function measurePrometheus(runs = 5) {
  const { promtool, servers } = await findPrometheus();
  const { name, program } = servers[servers.length - 1];
  makeBlocks(promtool);
  const { url, child } = await start(program);
  try {
    const files = writeQuery(url);
    const before = await usage(url);
    const seconds = [];
    let results = 0;
    for (let run = 0; run < runs; run++) {
      const begun = performance.now();
      results = ask(files);
      seconds.push((performance.now() - begun) / 1000);
    }
    const after = await usage(url);
    const per = (what) => (after[what] - before[what]) / runs;
    return {
      server: name,
      seconds,
      requests: per('requests'),
      bytes: per('bytes'),
      results,
      ...(await measureScipy(url)),
    };
  } finally {
    child.kill();
  }
}

function ask({ query, connections }) {
  const range = ['--from', new Date(START + 7 * DAY).toISOString(), '--to', new Date(END).toISOString()];
  const args = ['query', query, '--connections', connections, ...range, '--format', 'json'];
  const { status, stdout, stderr } = spawnSync(executable(), args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) {
    throw new Error(`modelwatch query failed: ${stderr}`);
  }
  return JSON.parse(stdout).results.length;
}

function writeQuery(url) {
  const query = path.join(FOLDER, 'query.json');
  const connections = path.join(FOLDER, 'connections.yaml');
  const features = Array.from({ length: FEATURES }, (_, f) => ({ name: `feature_${f}` }));
  const baseline = { kind: 'previous', offset: '7d' };
  fs.writeFileSync(query, JSON.stringify({ kind: 'drift', window: '1h', current: { features }, baseline }));
  fs.writeFileSync(connections, `connections:\n  metrics: {type: prometheus, url: '${url}'}\n`);
  return { query, connections };
}

async function measureScipy(url) {
  const python = process.env.PYTHON ?? 'python3';
  if (spawnSync(python, ['-c', 'import scipy']).status !== 0) {
    return {};
  }
  const begun = performance.now();
  const before = await usage(url);
  execFileSync(python, [SCIPY, url, String(FEATURES), String(START / 1000), String(END / 1000)], { stdio: 'inherit' });
  const seconds = (performance.now() - begun) / 1000;
  return { scipy: { seconds, bytes: (await usage(url)).bytes - before.bytes } };
}

/** What the store itself counted of its answers to the query API, compressed. */
async function usage(url) {
  const text = await (await fetch(`${url}/metrics`)).text();
  const sum = (metric) =>
    [...text.matchAll(new RegExp(`^${metric}\\{[^}]*handler="/api/v1/[^}]*\\} (\\S+)$`, 'gm'))].reduce(
      (total, [, value]) => total + Number(value),
      0
    );
  return { requests: sum('prometheus_http_requests_total'), bytes: sum('prometheus_http_response_size_bytes_sum') };
}

/** Two weeks of 1,200 bucket series, scraped every five minutes; a quarter of the features slows down in the second. */
function makeBlocks(promtool) {
  const blocks = path.join(FOLDER, 'blocks');
  if (fs.existsSync(blocks)) {
    return;
  }
  fs.mkdirSync(FOLDER, { recursive: true });
  const text = path.join(FOLDER, 'history.txt');
  const file = fs.openSync(text, 'w');
  for (let f = 0; f < FEATURES; f++) {
    fs.writeSync(file, `# TYPE feature_${f} histogram\n${historyOf(f)}`);
  }
  fs.writeSync(file, '# EOF\n');
  fs.closeSync(file);
  execFileSync(
    promtool,
    ['tsdb', 'create-blocks-from', 'openmetrics', '--max-block-duration=480h', text, `${blocks}.new`],
    {
      stdio: 'ignore',
    }
  );
  fs.renameSync(`${blocks}.new`, blocks);
  fs.rmSync(text);
}

/** Forty log-normal values a scrape, from a fixed linear congruential generator. */
function historyOf(f) {
  let state = 12345 + f;
  const uniform = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const counts = new Float64Array(BOUNDS.length + 1);
  const lines = Array.from(counts, () => []);
  for (let time = START; time <= END; time += SCRAPE) {
    for (let i = 0; i < 40; i++) {
      const normal = Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
      const value = Math.exp(0.6 * normal - 0.7 + (f % 4 === 0 && time > START + 7 * DAY ? 0.2 : 0));
      for (let b = counts.length - 1; b >= 0 && (b === BOUNDS.length || value <= BOUNDS[b]); b--) {
        counts[b]++;
      }
    }
    lines.forEach((list, b) =>
      list.push(`feature_${f}_bucket{le="${BOUNDS[b] ?? '+Inf'}"} ${counts[b]} ${time / 1000}\n`)
    );
  }
  return lines.map((list) => list.join('')).join('');
}

async function start(program) {
  const data = path.join(FOLDER, 'data');
  fs.rmSync(data, { recursive: true, force: true });
  fs.cpSync(path.join(FOLDER, 'blocks'), data, { recursive: true });
  const configuration = path.join(FOLDER, 'prometheus.yml');
  fs.writeFileSync(configuration, '{}\n');
  const port = await freePort();
  const flags = [
    `--storage.tsdb.path=${data}`,
    '--storage.tsdb.retention.time=100y',
    `--web.listen-address=127.0.0.1:${port}`,
  ];
  const child = spawn(program, [`--config.file=${configuration}`, ...flags], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`${url}/-/ready`).catch(() => undefined);
    if (answer?.ok) {
      return { url, child };
    }
    await wait(100);
  }
  child.kill();
  throw new Error('Prometheus was not ready within 30 s.');
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { server, seconds, requests, bytes, results, scipy } = await measurePrometheus();
  const megabytes = (count) => `${(count / 1e6).toFixed(1)} MB`;
  process.stdout.write(
    [
      `Measured on ${new Date().toISOString().slice(0, 10)}, ${machine()}, ${server}; median (smallest to largest) of ${seconds.length} runs.`,
      '',
      `| hourly drift over a week against the week before, ${FEATURES} histograms of ${BOUNDS.length + 1} buckets scraped every ${SCRAPE / 60_000} min | time | requests | answers, compressed |`,
      '|---|---|---|---|',
      `| \`modelwatch query\`, whole process, ${results.toLocaleString('en-US')} rows of verdicts, effects and bounds | ${spread(seconds, 's')} | ${requests.toFixed(0)} | ${megabytes(bytes)} |`,
      scipy
        ? `| raw samples into Python, \`scipy.stats.ks_2samp\` of each hour, p-values alone | ${scipy.seconds.toFixed(0)} s | ${2 * FEATURES} | ${megabytes(scipy.bytes)} |`
        : '| raw samples into Python: not measured, since PYTHON names no Python with SciPy | – | – | – |',
      '',
    ].join('\n')
  );
}
