import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { DIST } from './project.mjs';

/** The ids of all plugins in dist: Grafana wants every one of them allowed by name where they are not signed. */
export function bundledPlugins() {
  return globSync('**/plugin.json', { cwd: DIST }).map((file) => readJson(file).id);
}

/** The dashboards that the app brings along, as JSON. */
export function bundledDashboards() {
  return readJson('plugin.json')
    .includes.filter(({ type }) => type === 'dashboard')
    .map(({ path: file }) => readJson(file));
}

function readJson(file) {
  return JSON.parse(fs.readFileSync(path.join(DIST, file), 'utf8'));
}
