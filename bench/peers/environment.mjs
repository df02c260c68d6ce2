// Python with the peers that the benchmarks compare with, in a virtual environment under .cache, made once.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/**
 * Path of its interpreter. `alibi` and `nannyml` need versions of NumPy and pandas of their own, so that each has an
 * environment of its own beside that of SciPy and Evidently.
 *
 * @param {'main' | 'alibi' | 'nannyml'} [name]
 */
export function peersPython(name = 'main') {
  const suffix = name === 'main' ? '' : `-${name}`;
  const requirements = path.resolve(`bench/peers/requirements${suffix}.txt`);
  const environment = path.resolve(`.cache/bench/peers${suffix}`);
  const python = path.join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const stamp = path.join(environment, 'requirements.txt');
  const wanted = readFileSync(requirements, 'utf8');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    process.stderr.write(`Installing the peers into .cache/bench/peers${suffix}.\n`);
    const base = ['python3.13', 'python3.12', 'python3.11', 'python3', 'python'].find(isNewEnough);
    if (!base) {
      throw new Error(
        'The comparison needs Python 3.11 or newer with venv, such as the packages python3 and python3-venv.'
      );
    }
    run(base, ['-m', 'venv', '--clear', environment]);
    run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements]);
    writeFileSync(stamp, wanted);
  }
  return python;
}

function isNewEnough(command) {
  return spawnSync(command, ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 11))']).status === 0;
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed`);
  }
}
