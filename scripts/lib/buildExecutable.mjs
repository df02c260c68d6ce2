import path from 'node:path';
import { bundleBackend } from './bundleBackend.mjs';
import { compileExecutable } from './compileExecutable.mjs';
import { installedBun } from './installedBun.mjs';
import { executableName, thisPlatform } from './platforms.mjs';
import { CACHE, DIST, ROOT } from './project.mjs';
import { stamp } from './stamp.mjs';

/** What shapes the executable beside its sources: the tools, and the versions of everything installed. */
const TOOLS = [
  'package-lock.json',
  ...['bundleBackend', 'compileExecutable', 'dropSignature'].map((name) => `scripts/lib/${name}.mjs`),
];

/**
 * Builds the executable for one platform, unless it was made from the same files already.
 *
 * @param {{ folder?: string, worker?: string, platform?: import('./platforms.mjs').Platform, base?: string }} [options]
 *   `base` is the platform's Bun binary, `worker` another entry for the threads.
 * @returns {Promise<{ file: string, built: boolean }>}
 */
export async function buildExecutable({ folder = DIST, worker, platform = thisPlatform(), base } = {}) {
  const file = path.join(folder, executableName(platform));
  const name = path.relative(ROOT, file).replaceAll(path.sep, '_');
  const made = stamp(path.join(CACHE, 'build', `${name}.json`), ROOT);
  if (await made.isFresh()) {
    return { file, built: false };
  }
  const compiler = installedBun(thisPlatform());
  const { files, inputs } = await bundleBackend({ root: ROOT, worker });
  await compileExecutable({
    files,
    outfile: file,
    workFolder: path.join(CACHE, 'build', name),
    compiler,
    base: base ?? compiler,
    target: platform.target,
  });
  await made.write([...TOOLS, ...inputs.filter((input) => !input.startsWith('node_modules/'))], [file]);
  return { file, built: true };
}
