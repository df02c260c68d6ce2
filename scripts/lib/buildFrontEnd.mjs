import path from 'node:path';
import { glob } from 'glob';
import { CACHE, DIST, ROOT } from './project.mjs';
import { runQuietly } from './runQuietly.mjs';
import { hashFiles, stamp } from './stamp.mjs';

/** What webpack reads: sources that may reach the browser, its configuration, and what is copied beside them. */
const INPUTS = [
  'src/**/*',
  '{plugin,package,package-lock,tsconfig}.json',
  '{README,CHANGELOG}.md',
  'docs/**/*.{md,png}',
  'LICENSE',
  'webpack.config.ts',
  '.config/**/*',
];
const NO_INPUTS = [
  '**/*.test.{ts,tsx}',
  'src/plugin.json',
  'src/img/demo.png',
  'src/{backend,cli,sources,evaluate}/**/*.ts',
];

/**
 * Bundles the app, the data source and the panels into dist, unless that was done from the same files already.
 *
 * @returns {Promise<{ built: boolean }>}
 */
export async function buildFrontEnd() {
  const made = stamp(path.join(CACHE, 'build', 'front-end.json'), ROOT);
  const inputs = await glob(INPUTS, { cwd: ROOT, ignore: NO_INPUTS, nodir: true, dot: true, posix: true });
  const hash = await hashFiles(ROOT, inputs);
  if (await made.isFresh(hash)) {
    return { built: false };
  }
  await made.forget();
  await webpack();
  await made.write(inputs, [path.join(DIST, 'plugin.json'), path.join(DIST, 'module.js')], hash);
  return { built: true };
}

function webpack() {
  const program = path.join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const args = [program, '-c', './webpack.config.ts', '--env', 'production', '--no-color'];
  return runQuietly({ program: process.execPath, args, cwd: ROOT, failure: 'webpack failed' });
}
