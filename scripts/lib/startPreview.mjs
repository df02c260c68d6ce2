import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { buildBundle } from './buildBundle.mjs';
import { buildPreview } from './buildPreview.mjs';
import { demoEnvironment } from './demoEnvironment.mjs';
import { DIST, ROOT } from './project.mjs';
import { report } from './report.mjs';

/**
 * Builds what is missing and starts the preview. PREVIEW_GRAFANA says with which Grafana's packages, such as `13`.
 *
 * @param {{ port: number, verbose?: boolean, dist?: string, provisioning?: string }} options
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startPreview({ port, verbose = false, dist = DIST, provisioning = `${ROOT}/provisioning` }) {
  const [, { host, server: module }] = await Promise.all([
    dist === DIST && buildBundle(),
    report('preview', buildPreview(process.env.PREVIEW_GRAFANA)),
  ]);
  Object.assign(process.env, demoEnvironment());
  const server = await import(pathToFileURL(module).href);
  return server.startPreview({
    root: ROOT,
    host,
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
