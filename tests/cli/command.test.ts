import { spawn } from 'node:child_process';
import { version } from '../../package.json';
import { LAUNCHER, modelwatch } from './modelwatch';
import { normal, sampleFolder } from './samples';

const { csv } = sampleFolder();

test.each([['--help'], ['help'], ['drift', '--help'], ['query', '-h']])('%s explains', async (...args) => {
  const { status, stdout, stderr } = await modelwatch(args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('modelwatch');
});

test('--version', async () => {
  await expect(modelwatch(['--version'])).resolves.toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test('demo answers on the real flights, and says how to see them in a browser', async () => {
  const { status, stdout, stderr } = await modelwatch(['demo']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/airport_delay_minutes +numeric +drift/);
  expect(stdout).toMatch(/scheduled_hour +numeric +no drift/);
  expect(stdout).toContain('npm start');
});

test('demo as JSON is nothing but JSON', async () => {
  const { status, stdout } = await modelwatch(['demo', '--format', 'json']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout).results.length).toBeGreaterThan(14);
});

test('an unknown command is named', async () => {
  const { status, stderr } = await modelwatch(['drfit']);
  expect(status).toBe(2);
  expect(stderr).toBe(
    'modelwatch: there is no command "drfit": use drift, explain, check, performance, change, profile, parity, query, audit, demo, or --help.\n'
  );
});

test('an error stays on its line and leaves the terminal alone, whatever it quotes', async () => {
  const { stderr } = await modelwatch(['drift', '--baseline', 'no\u001b[2J\nsuch.csv', '--current', 'other.csv']);
  expect(stderr).toBe('modelwatch: no\\u001b[2J such.csv not found. Check the path.\n');
});

test('Grafana’s cookie in the environment does not turn the command into a server', async () => {
  const { status } = await modelwatch(['--version'], { env: { ...process.env, grafana_plugin_type: 'datasource' } });
  expect(status).toBe(0);
});

test('a large answer arrives whole, and may be read in part', async () => {
  const wide = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`x${i}`, normal(40, 0, i)]));
  const file = csv('wide.csv', wide);
  const args = ['drift', '--baseline', file, '--current', file, '--format', 'json'];
  const { stdout } = await modelwatch(args);
  expect(stdout.length).toBeGreaterThan(1_000_000);
  expect((JSON.parse(stdout) as { results: unknown[] }).results).toHaveLength(1800);

  const child = spawn(process.execPath, [LAUNCHER, ...args]);
  let stderr = '';
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
