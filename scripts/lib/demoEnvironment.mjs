import path from 'node:path';
import process from 'node:process';
import { DIST, ROOT } from './project.mjs';

/** What provisioning/ names by environment variables; what the environment says already stays. */
export function demoEnvironment() {
  return {
    MODELWATCH_DEMO_DATA: path.join(ROOT, 'demo'),
    MODELWATCH_PLUGIN: DIST,
    // Nobody is told of the demo's alerts unless somebody says who.
    MODELWATCH_ALERT_EMAIL: 'on-call@example.com',
    MODELWATCH_ALERT_WEBHOOK: 'http://127.0.0.1:9/modelwatch',
    ...process.env,
  };
}
