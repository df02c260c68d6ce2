// The executable for this platform alone, into dist/.
import path from 'node:path';
import process from 'node:process';
import { buildExecutable } from './lib/buildExecutable.mjs';
import { CACHE } from './lib/project.mjs';
import { report } from './lib/report.mjs';
import { withLock } from './lib/withLock.mjs';

try {
  await withLock(path.join(CACHE, 'build', 'lock'), () => report('executable', buildExecutable()));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
