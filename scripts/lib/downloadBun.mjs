import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { CACHE, ROOT } from './project.mjs';

const run = promisify(execFile);

/**
 * Bun's binary for a platform, from its npm package, in the version that is installed here and with the checksum that
 * package-lock.json names.
 *
 * @param {import('./platforms.mjs').Platform} platform
 * @returns {Promise<string>} the path of the binary
 */
export async function downloadBun({ bun, os }) {
  const lock = JSON.parse(await fs.readFile(path.join(ROOT, 'package-lock.json'), 'utf8'));
  const { version, integrity } = lock.packages[`node_modules/${bun}`];
  const folder = path.join(CACHE, 'bun', version, bun.replace('/', '-'));
  const binary = path.join(folder, 'package', 'bin', os === 'windows' ? 'bun.exe' : 'bun');
  if (existsSync(binary)) {
    return binary;
  }
  await fs.mkdir(folder, { recursive: true });
  const shell = process.platform === 'win32';
  const { stdout } = await run('npm', ['pack', '--silent', `${bun}@${version}`], { cwd: folder, shell });
  const archive = path.join(folder, stdout.trim());
  const checksum = `sha512-${createHash('sha512')
    .update(await fs.readFile(archive))
    .digest('base64')}`;
  if (checksum !== integrity) {
    throw new Error(`${bun}@${version} has the checksum ${checksum}, not ${integrity} as package-lock.json says.`);
  }
  await run('tar', ['-xzf', path.basename(archive)], { cwd: folder });
  await fs.rm(archive);
  return binary;
}
