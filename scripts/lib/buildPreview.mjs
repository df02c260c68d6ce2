// Bundles the preview's page and its server, once for each state of what they are made of: into .cache/preview, or, with
// the packages of another Grafana, into .cache/preview-<its version>.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'glob';
import { grafanaPackages, GRAFANA_PACKAGES } from './grafanaPackages.mjs';
import { CACHE, ROOT } from './project.mjs';
import { hashFiles, stamp } from './stamp.mjs';

const INPUTS = [
  'preview/**/*',
  'src/backend/protocol/generated/*.ts',
  'scripts/lib/buildPreview.mjs',
  'package-lock.json',
];

/**
 * Builds the page with the packages of this Grafana, such as `13`; of the one in package.json where it is undefined.
 *
 * @param {string} [grafana]
 * @returns {Promise<{ built: boolean, host: string, server: string }>} the folder that the page's own files are served
 *   from, and the module that exports `startPreview`
 */
export async function buildPreview(grafana) {
  const name = grafana ? `preview-${grafana}` : 'preview';
  const folder = path.join(CACHE, name);
  const host = path.join(folder, 'host');
  const server = path.join(folder, 'server.mjs');
  const made = stamp(path.join(CACHE, 'build', `${name}.json`), ROOT);
  const inputs = globSync(grafana ? [...INPUTS, `${GRAFANA_PACKAGES}/grafana-${grafana}/package.json`] : INPUTS, {
    cwd: ROOT,
    nodir: true,
    posix: true,
  });
  const hash = await hashFiles(ROOT, inputs);
  if (await made.isFresh(hash)) {
    return { built: false, host, server };
  }
  const packages = grafana ? [packagesFrom(await grafanaPackages(grafana))] : [];
  fs.rmSync(folder, { recursive: true, force: true });
  const common = { absWorkingDir: ROOT, bundle: true, format: 'esm', logLevel: 'warning' };
  await Promise.all([
    build({
      ...common,
      entryPoints: ['preview/host/main.tsx'],
      outdir: host,
      splitting: true,
      minify: true,
      loader: { '.ttf': 'file' },
      // SystemJS has a global `define`, which packages for every loader would take for their own.
      define: { 'process.env.NODE_ENV': '"production"', define: 'undefined' },
      plugins: [...packages, tableDefaults],
    }),
    build({
      ...common,
      entryPoints: ['preview/server/startPreview.ts'],
      outfile: server,
      platform: 'node',
      target: 'node20',
      packages: 'external',
    }),
  ]);
  const systemjs = path.join(ROOT, 'node_modules/systemjs/dist');
  fs.copyFileSync(path.join(systemjs, 'system.min.js'), path.join(host, 'system.js'));
  fs.copyFileSync(path.join(systemjs, 'extras/amd.min.js'), path.join(host, 'amd.js'));
  await made.write(inputs, [host, server], hash);
  return { built: true, host, server };
}

/** Takes what the page itself imports by name from another folder with node_modules. */
function packagesFrom(folder) {
  return {
    name: 'packages-from',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^[^./]/ }, async ({ path: name, kind, importer, pluginData }) => {
        if (pluginData?.moved || !importer.startsWith(path.join(ROOT, 'preview') + path.sep)) {
          return null;
        }
        const found = await resolve(name, { kind, resolveDir: folder, pluginData: { moved: true } });
        // Fonts and the like are the same everywhere.
        return found.errors.length > 0 ? null : found;
      });
    },
  };
}

/** Scenes wants defaults of the table panel that the schema of Grafana 12.4 does not export. */
const tableDefaults = {
  name: 'table-defaults',
  setup({ onLoad }) {
    onLoad({ filter: /table\/panelcfg\/x\/types\.gen\.mjs$/ }, async ({ path: file }) => {
      const contents = fs.readFileSync(file, 'utf8');
      return {
        contents: contents.includes('defaultOptions') ? contents : `${contents}\nexport const defaultOptions = {};`,
      };
    });
  },
};
