// The tests of the built executable in a real plugin host: tests/plugin-host. Arguments go to `go test`, such as
// `-run Golden`, or `-update` to write the golden frames anew.
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { buildExecutable } from './lib/buildExecutable.mjs';
import { findGo } from './lib/findGo.mjs';
import { CACHE, ROOT } from './lib/project.mjs';
import { report } from './lib/report.mjs';
import { withLock } from './lib/withLock.mjs';

const FOLDER = path.join(ROOT, 'tests', 'plugin-host');

try {
  const go = await findGo();
  const [tested, faulty] = await withLock(path.join(CACHE, 'build', 'lock'), () =>
    Promise.all([
      report('executable', buildExecutable()),
      report(
        'executable with faults',
        buildExecutable({ folder: path.join(CACHE, 'plugin-host'), worker: 'tests/plugin-host/faults/worker.ts' })
      ),
    ])
  );
  process.exitCode = await test(go, { MODELWATCH_EXECUTABLE: tested.file, MODELWATCH_FAULTY_EXECUTABLE: faulty.file });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function test(go, variables) {
  const wanted = process.argv.slice(2);
  const update = wanted.includes('-update');
  const flags = wanted.filter((word) => word !== '-update');
  return new Promise((resolve, reject) => {
    const child = spawn(go, ['test', '-count=1', '-timeout=5m', ...flags, '.', ...(update ? ['-update'] : [])], {
      cwd: FOLDER,
      stdio: 'inherit',
      // Where this Go is older than a module asks for, it may fetch a newer one, as it does unless a distribution forbids it.
      env: { GOTOOLCHAIN: 'auto', ...process.env, ...variables },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
