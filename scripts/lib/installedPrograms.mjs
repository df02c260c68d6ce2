import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/**
 * The first of these programs that is on the PATH.
 *
 * @param {...string} names
 * @returns {string | undefined} its path
 */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const files = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return files.find((file) => fs.existsSync(file));
}

/**
 * Installs Debian packages where that can be done unasked: as root, on Debian. A failure is printed, since there may be
 * another way.
 *
 * @param {...string} packages
 */
export function aptInstall(...packages) {
  if (process.getuid?.() !== 0 || !fs.existsSync('/etc/debian_version')) {
    return;
  }
  try {
    apt('update', '-qq');
    apt('install', '-qq', '-y', '--no-install-recommends', ...packages);
  } catch (error) {
    process.stderr.write(`apt could not install ${packages.join(', ')}: ${error.message}\n`);
  }
}

function apt(...args) {
  execFileSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] });
}
