// `npm run build`: dist/ for this platform, front end and executable. What has not changed is not built again.
import path from 'node:path';
import process from 'node:process';
import { buildExecutable } from './lib/buildExecutable.mjs';
import { buildFrontEnd } from './lib/buildFrontEnd.mjs';
import { CACHE } from './lib/project.mjs';
import { report } from './lib/report.mjs';
import { withLock } from './lib/withLock.mjs';

try {
  await withLock(path.join(CACHE, 'build', 'lock'), () =>
    Promise.all([report('front end', buildFrontEnd()), report('executable', buildExecutable())])
  );
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
