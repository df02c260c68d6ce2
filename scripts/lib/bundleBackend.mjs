import { build } from 'esbuild';

/** Names are kept, so that stacks in the log stay readable. */
const COMMON = {
  bundle: true,
  write: false,
  metafile: true,
  platform: 'node',
  format: 'cjs',
  target: 'es2023',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * Bundles the back end into two CommonJS texts: the program, and the threads that it starts.
 *
 * @param {{ root: string, worker?: string }} options `worker` is another entry for the threads, for tests that need some
 *   that fail.
 * @returns {Promise<{ files: Record<string, string>, inputs: string[] }>} the texts by file name, the program first, and
 *   every file that went in, relative to the root.
 */
export async function bundleBackend({ root, worker = 'src/backend/worker.ts' }) {
  const [program, threads] = await Promise.all(
    ['src/backend/main.ts', worker].map((entry) => build({ ...COMMON, absWorkingDir: root, entryPoints: [entry] }))
  );
  return {
    files: { 'main.cjs': program.outputFiles[0].text, 'modelwatch-worker.cjs': threads.outputFiles[0].text },
    inputs: [...new Set([program, threads].flatMap(({ metafile }) => Object.keys(metafile.inputs)))].sort(),
  };
}
