import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { buildPreview, PREVIEW_HOST, PREVIEW_SERVER } from './buildPreview.mjs';
import { DIST, ROOT } from './project.mjs';
import { report } from './report.mjs';

/** Where provisioning/datasources finds the demo's data, unless the environment names another place. */
export function nameDemoData() {
  process.env.MODELWATCH_DEMO_DATA ??= path.join(ROOT, 'demo');
}

/** Whatever is missing of dist; what is up to date stays. */
export function buildBundle() {
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts/build.mjs')], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('The build failed: see above.'))));
  });
}

/**
 * Builds what is missing and starts the preview.
 *
 * @param {{ port?: number, verbose?: boolean, dist?: string, provisioning?: string }} [options]
 * @returns {Promise<{ url: string, pids(): number[], stop(): Promise<void> }>}
 */
export async function startPreview({ port = 3000, verbose = false, dist = DIST, provisioning } = {}) {
  await Promise.all([dist === DIST && buildBundle(), report('preview', buildPreview())]);
  nameDemoData();
  const server = await import(pathToFileURL(PREVIEW_SERVER).href);
  return server.startPreview({
    root: ROOT,
    host: PREVIEW_HOST,
    dist,
    provisioning: provisioning ?? path.join(ROOT, 'provisioning'),
    port,
    log: (level, message) => {
      if (verbose || level === 'error' || level === 'warn') {
        process.stderr.write(`${level}: ${message}\n`);
      }
    },
  });
}
