#!/usr/bin/env node
/** Runs the built executable of this platform; its input, output, signals and exit status are the command's own. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const SYSTEMS = { linux: 'linux', darwin: 'darwin', win32: 'windows' };
const MACHINES = { x64: 'amd64', arm64: 'arm64' };
const BAD_INPUT = 2;

const system = SYSTEMS[process.platform];
const machine = MACHINES[process.arch];
if (!system || !machine) {
  fail(`there is no executable for ${process.platform} on ${process.arch}.`);
}
const name = `gpx_modelwatch_${system}_${machine}${system === 'windows' ? '.exe' : ''}`;
const executable = fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
if (!existsSync(executable)) {
  fail(`dist/${name} is not built: run \`npm ci && npm run build\` first.`);
}

// Without Grafana's cookie the executable is the command, whatever the environment of this process.
const { grafana_plugin_type: _cookie, ...env } = process.env;
const child = spawn(executable, process.argv.slice(2), { stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal));
}
child.on('error', (error) => fail(`dist/${name} does not start: ${error.message}`));
child.on('exit', (status, signal) => {
  process.exitCode = status ?? 128 + (constants.signals[signal] ?? 0);
});

function fail(message) {
  process.stderr.write(`modelwatch: ${message}\n`);
  process.exit(BAD_INPUT);
}
