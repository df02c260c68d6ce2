import path from 'node:path';
import { bundleBackend } from './bundleBackend.mjs';
import { compileExecutable } from './compileExecutable.mjs';
import { installedBun } from './installedBun.mjs';
import { executableName, thisPlatform } from './platforms.mjs';
import { CACHE, DIST, ROOT } from './project.mjs';
import { hashFiles, stamp } from './stamp.mjs';

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
  // With another Bun inside it is another executable, in the same place.
  const [own, released] = ['own', 'released'].map((kind) =>
    stamp(path.join(CACHE, 'build', `${name}.${kind}.json`), ROOT)
  );
  const made = base ? released : own;
  if (await made.isFresh()) {
    return { file, built: false };
  }
  await Promise.all([own.forget(), released.forget()]);
  const compiler = installedBun(thisPlatform());
  const bundled = await bundleBackend({ root: ROOT, worker });
  const inputs = [...TOOLS, ...bundled.inputs.filter((input) => !input.startsWith('node_modules/'))];
  const hash = await hashFiles(ROOT, inputs);
  await compileExecutable({
    files: bundled.files,
    outfile: file,
    workFolder: path.join(CACHE, 'build', name),
    compiler,
    base: base ?? compiler,
    target: platform.target,
  });
  await made.write(inputs, [file], hash);
  return { file, built: true };
}
