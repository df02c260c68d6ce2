// Runs a TypeScript benchmark: bundled by esbuild into .cache, then started with Bun, which is what the executable runs on.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';

const [entry, ...args] = process.argv.slice(2);
const outfile = path.resolve('.cache/bench', `${path.basename(entry, '.ts')}.cjs`);
await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'warning' });
const { status } = spawnSync('bun', [outfile, ...args], {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${path.resolve('node_modules/.bin')}${path.delimiter}${process.env.PATH}` },
});
process.exit(status ?? 1);
