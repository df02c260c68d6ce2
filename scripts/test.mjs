// All tests: `npm test`. With words after `--`, only the suites of these names: `npm test -- unit browser`.
// The suite e2e needs a Grafana: it runs where GRAFANA_URL names one.
// Suites that wait for servers most of the time run side by side: what one prints is shown when it ends.
import { spawn } from 'node:child_process';
import os from 'node:os';
import process from 'node:process';

const jest = (suite) => ['npx', 'jest', '--config', `tests/${suite}/jest.config.js`, '--runInBand'];
const CORES = os.availableParallelism();

/** Those that keep every core busy by themselves, one after the other. */
const ALONE = {
  unit: ['npx', 'jest', `--maxWorkers=${CORES}`],
  build: ['node', 'scripts/build.mjs'],
};
/** On one core each, the longest first. */
const BESIDE_OTHERS = {
  elasticsearch: jest('elasticsearch'),
  browser: jest('browser'),
  prometheus: jest('prometheus'),
  quality: jest('quality'),
  faults: jest('faults'),
  verdicts: jest('verdicts'),
  compat: jest('compat'),
  provisioning: jest('provisioning'),
  'plugin-host': ['node', 'scripts/testPluginHost.mjs'],
  cli: jest('cli'),
  registry: jest('registry'),
  demo: ['node', 'scripts/testDemo.mjs'],
};
const LAST = { e2e: ['node', 'scripts/e2e.mjs'] };
const SUITES = { ...ALONE, ...BESIDE_OTHERS, ...LAST };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in SUITES));
if (unknown.length > 0) {
  process.stderr.write(`There is no suite "${unknown[0]}"; there are ${Object.keys(SUITES).join(', ')}.\n`);
  process.exit(2);
}

const outcomes = [];
const isBuilt = await runInTurn(asked(ALONE));
if (isBuilt) {
  await runSideBySide(asked(BESIDE_OTHERS), Math.min(CORES, 4));
  await runInTurn(asked(LAST));
}

process.stdout.write('\n');
for (const { name, status, seconds } of outcomes) {
  process.stdout.write(`${status === 0 ? 'passed' : 'FAILED'}  ${name}  ${seconds} s\n`);
}
const failed = outcomes.filter(({ status }) => status !== 0).length;
process.stdout.write(`suites: ${outcomes.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

function asked(suites) {
  return Object.entries(suites).filter(([name]) =>
    wanted.length > 0 ? wanted.includes(name) : name !== 'e2e' || process.env.GRAFANA_URL
  );
}

/** Returns whether what the others need was built. */
async function runInTurn(suites) {
  for (const [name, command] of suites) {
    process.stdout.write(`\n=== ${name}: ${command.join(' ')}\n`);
    if ((await run(name, command, 'inherit')) !== 0 && name === 'build') {
      return false;
    }
  }
  return true;
}

async function runSideBySide(suites, most) {
  if (suites.length === 1) {
    await runInTurn(suites);
    return;
  }
  const waiting = [...suites];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, command] = next;
      process.stdout.write(`... ${name} has begun\n`);
      await run(name, command, ['ignore', 'pipe', 'pipe']);
    }
  };
  await Promise.all(Array.from({ length: most }, lane));
}

function run(name, [program, ...args], stdio) {
  const begun = Date.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio, shell: process.platform === 'win32' });
    const printed = [];
    child.stdout?.on('data', (chunk) => printed.push(chunk));
    child.stderr?.on('data', (chunk) => printed.push(chunk));
    const end = (status) => {
      outcomes.push({ name, status, seconds: Math.round((Date.now() - begun) / 1000) });
      if (printed.length > 0) {
        process.stdout.write(`\n=== ${name}: ${program} ${args.join(' ')}\n${Buffer.concat(printed).toString('utf8')}`);
      }
      resolve(status);
    };
    child.on('error', (error) => {
      printed.push(Buffer.from(`${error.message}\n`));
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}
