import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { CACHE, ROOT } from './project.mjs';
import { stamp } from './stamp.mjs';

const run = promisify(execFile);

/** The folder of the lists of packages of other Grafanas than the one in package.json, relative to the project's. */
export const GRAFANA_PACKAGES = 'tests/compat';

/**
 * Installs the packages of a Grafana, as tests/compat/grafana-<version>/package.json names them, into .cache, unless they
 * are there. Rejects with an Error that says what npm said.
 *
 * @param {string} grafana the version, such as `13`
 * @returns {Promise<string>} the folder that has them in its node_modules
 */
export async function grafanaPackages(grafana) {
  const name = `grafana-${grafana}`;
  const list = `${GRAFANA_PACKAGES}/${name}/package.json`;
  const folder = path.join(CACHE, name);
  const modules = path.join(folder, 'node_modules');
  const made = stamp(path.join(CACHE, 'build', `${name}.json`), ROOT);
  if (await made.isFresh()) {
    return folder;
  }
  process.stdout.write(`Installing the packages of Grafana ${grafana} into .cache/${name}: about a minute.\n`);
  await fs.rm(modules, { recursive: true, force: true });
  await fs.mkdir(folder, { recursive: true });
  await fs.copyFile(path.join(ROOT, list), path.join(folder, 'package.json'));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await run(npm, ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'], {
    cwd: folder,
    shell: process.platform === 'win32',
  });
  await made.write([list], [modules]);
  return folder;
}
