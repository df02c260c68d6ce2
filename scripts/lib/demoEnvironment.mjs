import path from 'node:path';
import process from 'node:process';
import { DIST, ROOT } from './project.mjs';

/** What provisioning/ names by environment variables; what the environment says already stays. */
export function demoEnvironment() {
  return {
    MODELWATCH_DEMO_DATA: path.join(ROOT, 'demo'),
    MODELWATCH_PLUGIN: DIST,
    ...process.env,
  };
}
