// Random queries, settings, answers of stores and files: `npm run fuzz`, or `npm run fuzz -- 600` for ten minutes of each.
// What fails is printed with a seed and the shrunken input.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const [seconds = '60'] = process.argv.slice(2);
const { status } = spawnSync('npx', ['jest', '--config', 'tests/faults/jest.config.js', '--runInBand', 'fuzz'], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_SECONDS: seconds },
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
