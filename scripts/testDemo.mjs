// Proves that the demo's log is what demo/build.py makes and that nothing in it leaks: Python's unittest in a virtual
// environment under .cache, made from demo/requirements.txt once.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { CACHE } from './lib/project.mjs';

const REQUIREMENTS = path.resolve('demo/requirements.txt');
const environment = path.join(CACHE, 'demo-python');
const python = path.join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
const stamp = path.join(environment, 'requirements.txt');
const wanted = readFileSync(REQUIREMENTS, 'utf8');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  process.stdout.write('Installing the demo’s Python packages into .cache/demo-python.\n');
  const base = ['python3.13', 'python3.12', 'python3.11', 'python3', 'python'].find(isNewEnough);
  if (!base) {
    process.stderr.write(
      'The demo’s tests need Python 3.11 or newer with venv, such as the packages python3 and python3-venv.\n'
    );
    process.exit(2);
  }
  run(base, ['-m', 'venv', '--clear', environment]);
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', REQUIREMENTS]);
  writeFileSync(stamp, wanted);
}
run(python, ['-m', 'unittest', 'discover', '--start-directory', 'demo']);

function isNewEnough(command) {
  return spawnSync(command, ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 11))']).status === 0;
}

function run(command, args) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}
