import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { buildBundle } from './buildBundle.mjs';
import { buildPreview, PREVIEW_HOST, PREVIEW_SERVER } from './buildPreview.mjs';
import { demoEnvironment } from './demoEnvironment.mjs';
import { DIST, ROOT } from './project.mjs';
import { report } from './report.mjs';

/**
 * Builds what is missing and starts the preview.
 *
 * @param {{ port: number, verbose?: boolean, dist?: string, provisioning?: string }} options
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startPreview({ port, verbose = false, dist = DIST, provisioning = `${ROOT}/provisioning` }) {
  await Promise.all([dist === DIST && buildBundle(), report('preview', buildPreview())]);
  Object.assign(process.env, demoEnvironment());
  const server = await import(pathToFileURL(PREVIEW_SERVER).href);
  return server.startPreview({
    root: ROOT,
    host: PREVIEW_HOST,
    dist,
    provisioning: path.resolve(provisioning),
    port,
    log: (level, message) => {
      if (verbose || level === 'error' || level === 'warn') {
        process.stderr.write(`${level}: ${message}\n`);
      }
    },
  });
}
