import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { ROOT } from './project.mjs';

/**
 * All of provisioning/ as a folder for Grafana, the notification policies among the rest: they lie in a folder of their
 * own, which no Grafana reads, since they replace those of the organization. The demo's Grafana has none to lose.
 *
 * @param {string} folder is written anew
 * @returns {string} the folder
 */
export function demoProvisioning(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  for (const file of globSync('*/*.yaml', { cwd: path.join(ROOT, 'provisioning'), posix: true })) {
    const target = path.join(folder, file.replace(/^alerting-policies\//, 'alerting/'));
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.copyFileSync(path.join(ROOT, 'provisioning', file), target);
  }
  return folder;
}
