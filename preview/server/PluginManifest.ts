import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';

/** A plugin of the built bundle: what its plugin.json says, and where it lies. */
export interface PluginManifest {
  readonly id: string;
  readonly type: 'app' | 'datasource' | 'panel';
  readonly name: string;
  readonly backend?: boolean;
  readonly executable?: string;
  readonly info: { readonly version: string };
  readonly includes?: ReadonlyArray<{ readonly type: string; readonly name: string; readonly path?: string }>;
  readonly folder: string;
}

/** All plugins below `dist`, the app first. Throws where there is none: the bundle is not built. */
export function readManifests(dist: string): PluginManifest[] {
  const files = globSync('**/plugin.json', { cwd: dist }).sort((a, b) => a.length - b.length);
  if (files.length === 0) {
    throw new Error(`There is no plugin in ${dist}: build it with "npm run build".`);
  }
  return files.map((file) => {
    const location = path.join(dist, file);
    return { ...JSON.parse(fs.readFileSync(location, 'utf8')), folder: path.dirname(location) };
  });
}

/** The executable that belongs to this machine, as Grafana looks for it. */
export function executablePath({ folder, executable }: PluginManifest): string {
  const system = { win32: 'windows' }[process.platform as string] ?? process.platform;
  const processor = { x64: 'amd64' }[process.arch as string] ?? process.arch;
  return path.resolve(folder, `${executable}_${system}_${processor}${system === 'windows' ? '.exe' : ''}`);
}
