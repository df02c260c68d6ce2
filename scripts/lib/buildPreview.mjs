// Bundles the preview's page and its server into .cache/preview, once for each state of what they are made of.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'glob';
import { CACHE, ROOT } from './project.mjs';
import { hashFiles, stamp } from './stamp.mjs';

const INPUTS = [
  'preview/**/*',
  'src/backend/protocol/generated/*.ts',
  'scripts/lib/buildPreview.mjs',
  'package-lock.json',
];
const FOLDER = path.join(CACHE, 'preview');

/** The folder that the page's own files are served from. */
export const PREVIEW_HOST = path.join(FOLDER, 'host');
/** The module that exports `startPreview`. */
export const PREVIEW_SERVER = path.join(FOLDER, 'server.mjs');

/** @returns {Promise<{ built: boolean }>} */
export async function buildPreview() {
  const made = stamp(path.join(CACHE, 'build', 'preview.json'), ROOT);
  const inputs = globSync(INPUTS, { cwd: ROOT, nodir: true, posix: true });
  const hash = await hashFiles(ROOT, inputs);
  if (await made.isFresh(hash)) {
    return { built: false };
  }
  fs.rmSync(FOLDER, { recursive: true, force: true });
  const common = { absWorkingDir: ROOT, bundle: true, format: 'esm', logLevel: 'warning' };
  await Promise.all([
    build({
      ...common,
      entryPoints: ['preview/host/main.tsx'],
      outdir: PREVIEW_HOST,
      splitting: true,
      minify: true,
      loader: { '.ttf': 'file' },
      // SystemJS has a global `define`, which packages for every loader would take for their own.
      define: { 'process.env.NODE_ENV': '"production"', define: 'undefined' },
      plugins: [tableDefaults],
    }),
    build({
      ...common,
      entryPoints: ['preview/server/startPreview.ts'],
      outfile: PREVIEW_SERVER,
      platform: 'node',
      target: 'node20',
      packages: 'external',
    }),
  ]);
  const systemjs = path.join(ROOT, 'node_modules/systemjs/dist');
  fs.copyFileSync(path.join(systemjs, 'system.min.js'), path.join(PREVIEW_HOST, 'system.js'));
  fs.copyFileSync(path.join(systemjs, 'extras/amd.min.js'), path.join(PREVIEW_HOST, 'amd.js'));
  await made.write(inputs, [PREVIEW_HOST, PREVIEW_SERVER], hash);
  return { built: true };
}

/** Scenes wants defaults of the table panel that the schema of Grafana 12.4 does not export. */
const tableDefaults = {
  name: 'table-defaults',
  setup({ onLoad }) {
    onLoad({ filter: /table\/panelcfg\/x\/types\.gen\.mjs$/ }, async ({ path: file }) => ({
      contents: `${fs.readFileSync(file, 'utf8')}\nexport const defaultOptions = {};`,
    }));
  },
};
