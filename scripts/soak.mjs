// Asks the same few questions for an hour, or for as many minutes as are given, and prints memory and latency each minute:
// `npm run soak -- 10`. Fails where memory still grows in the second half.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const [minutes = '60'] = process.argv.slice(2);
const { status } = spawnSync('node_modules/.bin/bun', ['tests/faults/soak.ts', minutes], { stdio: 'inherit' });
process.exit(status ?? 1);
