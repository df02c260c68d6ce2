import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { CACHE } from './project.mjs';

const PYTHONS = ['python3.13', 'python3.12', 'python3.11', 'python3', 'python'];

/**
 * A virtual environment of Python under .cache with what a file of requirements lists, made once, and again when the file
 * changes. Throws an Error that says what to install where the machine has no Python 3.11 or newer with venv.
 *
 * @param {string} name of the folder
 * @param {string} requirements a path
 * @param {{ alone?: string[] }} [options] `alone`: packages that are installed without what they require
 * @returns {string} path of its python
 */
export function pythonEnvironment(name, requirements, { alone = [] } = {}) {
  const environment = path.join(CACHE, name);
  const python = path.join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const stamp = path.join(environment, 'requirements.txt');
  const wanted = [readFileSync(requirements, 'utf8'), ...alone].join('\n');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return python;
  }
  process.stderr.write(`Installing Python packages into .cache/${name}.\n`);
  const base = PYTHONS.find(isNewEnough);
  if (!base) {
    throw new Error('Python 3.11 or newer with venv is needed, such as the packages python3 and python3-venv.');
  }
  run(base, ['-m', 'venv', '--clear', environment]);
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  run(python, [...install, '-r', requirements]);
  if (alone.length > 0) {
    run(python, [...install, '--no-deps', ...alone]);
  }
  writeFileSync(stamp, wanted);
  return python;
}

function isNewEnough(command) {
  return spawnSync(command, ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 11))']).status === 0;
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) {
    throw new Error(`${path.basename(command)} ${args.slice(0, 3).join(' ')} ended with status ${status}.`);
  }
}
