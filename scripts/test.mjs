// All tests: `npm test`. With words after `--`, only the suites of these names: `npm test -- unit browser`.
// The suite e2e needs a Grafana: it runs where GRAFANA_URL names one.
import { spawn } from 'node:child_process';
import process from 'node:process';

const SUITES = {
  unit: ['npx', 'jest', '--maxWorkers=2'],
  build: ['node', 'scripts/build.mjs'],
  provisioning: ['npx', 'jest', '--config', 'tests/provisioning/jest.config.js'],
  demo: ['node', 'scripts/testDemo.mjs'],
  cli: ['npx', 'jest', '--config', 'tests/cli/jest.config.js'],
  quality: ['npx', 'jest', '--config', 'tests/quality/jest.config.js', '--runInBand'],
  prometheus: ['npx', 'jest', '--config', 'tests/prometheus/jest.config.js', '--runInBand'],
  elasticsearch: ['npx', 'jest', '--config', 'tests/elasticsearch/jest.config.js', '--runInBand'],
  'plugin-host': ['node', 'scripts/testPluginHost.mjs'],
  browser: ['npx', 'jest', '--config', 'tests/browser/jest.config.js', '--runInBand'],
  compat: ['npx', 'jest', '--config', 'tests/compat/jest.config.js', '--runInBand'],
  e2e: ['node', 'scripts/e2e.mjs'],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in SUITES));
if (unknown.length > 0) {
  process.stderr.write(`There is no suite "${unknown[0]}"; there are ${Object.keys(SUITES).join(', ')}.\n`);
  process.exit(2);
}

const outcomes = [];
for (const [name, command] of Object.entries(SUITES)) {
  if (wanted.length > 0 ? !wanted.includes(name) : name === 'e2e' && !process.env.GRAFANA_URL) {
    continue;
  }
  process.stdout.write(`\n=== ${name}: ${command.join(' ')}\n`);
  const begun = Date.now();
  const status = await run(command);
  outcomes.push({ name, status, seconds: Math.round((Date.now() - begun) / 1000) });
  if (name === 'build' && status !== 0) {
    break;
  }
}

process.stdout.write('\n');
for (const { name, status, seconds } of outcomes) {
  process.stdout.write(`${status === 0 ? 'passed' : 'FAILED'}  ${name}  ${seconds} s\n`);
}
const failed = outcomes.filter(({ status }) => status !== 0).length;
process.stdout.write(`suites: ${outcomes.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

function run([program, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
