import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { onPath } from './installedPrograms.mjs';
import { CACHE } from './project.mjs';

const PACKAGE = 'victoria-metrics';
const HOW_TO = `The tests of VictoriaMetrics need a real one: put ${PACKAGE} on the PATH (Debian has a package of that name).`;

/**
 * A real VictoriaMetrics: the one on the PATH, else Debian's, unpacked into .cache and not installed, so that no service
 * starts. Throws an Error that says what to do.
 *
 * @returns {string} the program's path
 */
export function findVictoria() {
  const found = onPath(PACKAGE);
  if (found !== undefined) {
    return found;
  }
  const folder = path.join(CACHE, PACKAGE);
  const program = path.join(folder, 'usr/bin', PACKAGE);
  if (!fs.existsSync(program)) {
    fs.mkdirSync(folder, { recursive: true });
    try {
      unpack(folder);
    } catch (error) {
      throw new Error(`${HOW_TO} ${error.message}`);
    }
  }
  return program;
}

function unpack(folder) {
  const run = (program, ...args) =>
    execFileSync(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    run('apt-get', 'download', '-qq', PACKAGE);
  } catch {
    run('apt-get', 'update', '-qq');
    run('apt-get', 'download', '-qq', PACKAGE);
  }
  const archive = fs.readdirSync(folder).find((name) => name.endsWith('.deb'));
  run('dpkg-deb', '-x', archive, '.');
  fs.rmSync(path.join(folder, archive));
}
