// `node scripts/generateProtocol.mjs`: the TypeScript of src/backend/protocol/*.proto. The generated files are committed, so that
// only whoever changes the protocol needs buf and its plugin (and Node 22), which npx fetches.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from './lib/project.mjs';

const { status } = spawnSync(
  'npx',
  ['--yes', '--package', '@bufbuild/buf@1.75.0', '--package', '@bufbuild/protoc-gen-es@2.17.0', 'buf', 'generate'],
  { cwd: path.join(ROOT, 'src', 'backend', 'protocol'), stdio: 'inherit', shell: process.platform === 'win32' }
);
process.exitCode = status ?? 1;
