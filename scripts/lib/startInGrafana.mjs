import process from 'node:process';
import { buildBundle } from './buildBundle.mjs';
import { findGrafana, startGrafana } from './localGrafana.mjs';
import { provisionByHttp } from './provisionByHttp.mjs';

/**
 * Shows the demo in a real Grafana: the one that GRAFANA_URL names, or else one on the PATH, started with the demo
 * provisioned.
 *
 * @param {{ port: number, verbose?: boolean }} options
 * @returns {Promise<{ url: string, stop?(): Promise<void> }>}
 */
export async function startInGrafana(options) {
  const program = process.env.GRAFANA_URL ? undefined : findGrafana();
  if (!process.env.GRAFANA_URL && !program) {
    throw new Error(
      'There is no Grafana: set GRAFANA_URL (with GRAFANA_TOKEN, or GRAFANA_USER and GRAFANA_PASSWORD), ' +
        'put grafana on the PATH, or run "docker compose up".'
    );
  }
  await buildBundle();
  return program ? startGrafana(program, options) : provisionByHttp(process.env.GRAFANA_URL);
}
