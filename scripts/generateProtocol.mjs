// `node scripts/generateProtocol.mjs`: the TypeScript of src/backend/protocol/*.proto. The generated files are committed, so that
// only whoever changes the protocol needs buf, which npx fetches.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from './lib/project.mjs';

const plugins = path.join(ROOT, 'node_modules', '.bin');
const { status } = spawnSync('npx', ['--yes', '@bufbuild/buf@1.75.0', 'generate'], {
  cwd: path.join(ROOT, 'src', 'backend', 'protocol'),
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, PATH: `${plugins}${path.delimiter}${process.env.PATH}` },
});
process.exitCode = status ?? 1;
