import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { parse } from 'yaml';

const ROOT = path.resolve(__dirname, '../..');

export interface ProvisionedFile {
  readonly name: string;
  readonly content: unknown;
}

/** The files of a folder of provisioning/, as Grafana reads them. */
export function provisioned(folder: string): ProvisionedFile[] {
  return globSync(`provisioning/${folder}/*.yaml`, { cwd: ROOT }).map((name) => ({
    name,
    content: parse(textOf(name), { merge: true }),
  }));
}

/** A file as it stands, comments included. */
export function textOf(name: string): string {
  return fs.readFileSync(path.join(ROOT, name), 'utf8');
}

interface Panel {
  readonly id: number;
  readonly panels?: readonly Panel[];
}

/** The ids of the panels of each dashboard that comes with the bundle, by the dashboard's uid. */
export function dashboardPanels(): Map<string, number[]> {
  const idsOf = (panels: readonly Panel[]): number[] =>
    panels.flatMap(({ id, panels: inner = [] }) => [id, ...idsOf(inner)]);
  const dashboards = globSync('src/app/dashboards/*.json', { cwd: ROOT }).map(
    (file) => JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8')) as { uid: string; panels: Panel[] }
  );
  return new Map(dashboards.map(({ uid, panels }) => [uid, idsOf(panels)]));
}
