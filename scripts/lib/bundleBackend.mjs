import path from 'node:path';
import { build } from 'esbuild';

/** Stacks in the log stay readable: names are kept. */
const COMMON = {
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  target: 'es2023',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * Bundles the back end into one CommonJS text. The worker's bundle is a string inside it: a compiled executable has no
 * files to start a thread from.
 *
 * @param {{ root: string, worker?: string, plugins?: import('esbuild').Plugin[] }} options `worker` is another entry for
 *   the worker, for tests that need one that fails.
 * @returns {Promise<{ code: string, inputs: string[] }>} with every file that went in, relative to the root.
 */
export async function bundleBackend({ root, worker = 'src/backend/worker.ts', plugins = [] }) {
  const worked = await build({
    ...COMMON,
    absWorkingDir: root,
    entryPoints: [worker],
    metafile: true,
    plugins,
    sourcemap: false,
  });
  const main = await build({
    ...COMMON,
    absWorkingDir: root,
    entryPoints: ['src/backend/main.ts'],
    metafile: true,
    plugins: [...plugins, workerSource(worked.outputFiles[0].text)],
  });
  const inputs = new Set([...Object.keys(worked.metafile.inputs), ...Object.keys(main.metafile.inputs)]);
  return {
    code: main.outputFiles[0].text,
    inputs: [...inputs].filter((input) => !input.includes(':')).map((input) => input.split(path.sep).join('/')),
  };
}

/** @param {string} text */
function workerSource(text) {
  return {
    name: 'worker-source',
    /** @param {import('esbuild').PluginBuild} build */
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^modelwatch:worker$/ }, () => ({ path: 'worker', namespace: 'modelwatch' }));
      onLoad({ filter: /.*/, namespace: 'modelwatch' }, () => ({ contents: text, loader: 'text' }));
    },
  };
}
