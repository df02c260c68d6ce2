// Proves that the demo's log is what demo/build.py makes and that nothing in it leaks: Python's unittest in a virtual
// environment under .cache, made from demo/requirements.txt once.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { pythonEnvironment } from './lib/pythonEnvironment.mjs';

const python = environment();
const { status } = spawnSync(python, ['-m', 'unittest', 'discover', '--start-directory', 'demo'], {
  stdio: 'inherit',
  env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
});
process.exit(status ?? 1);

function environment() {
  try {
    return pythonEnvironment('demo-python', path.resolve('demo/requirements.txt'));
  } catch (error) {
    process.stderr.write(`The demo’s tests can't run. ${error.message}\n`);
    process.exit(2);
  }
}
