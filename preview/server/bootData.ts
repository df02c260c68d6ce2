import fs from 'node:fs';
import path from 'node:path';
import type { DataSource } from './DataSources';
import type { PluginManifest } from './PluginManifest';

/** A dashboard that the bundle brings along: its JSON is the file that Grafana is provisioned with. */
export interface BundledDashboard {
  readonly uid: string;
  readonly title: string;
  readonly file: string;
}

/** Plugins as Grafana's boot data names them. */
export function pluginMeta({ folder: _, ...manifest }: PluginManifest) {
  return {
    ...manifest,
    baseUrl: `/public/plugins/${manifest.id}`,
    module: `/public/plugins/${manifest.id}/module.js`,
  };
}

export function dataSourceSettings({ id, plugin, settings }: DataSource) {
  const { secureJsonData = {}, ...open } = settings;
  const secureJsonFields = Object.fromEntries(Object.keys(secureJsonData).map((key) => [key, true]));
  return { ...open, id, access: 'proxy', secureJsonFields, meta: pluginMeta(plugin) };
}

export function readDashboards(manifests: readonly PluginManifest[]): BundledDashboard[] {
  return manifests.flatMap(({ folder, includes = [] }) =>
    includes.flatMap(({ type, path: file }) => {
      if (type !== 'dashboard' || !file) {
        return [];
      }
      const { uid, title } = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
      return [{ uid, title, file: path.join(folder, file) }];
    })
  );
}

/** What Grafana's page tells its front end before any of it runs. */
export function bootData(
  manifests: readonly PluginManifest[],
  dataSources: readonly DataSource[],
  dashboards: readonly BundledDashboard[],
  theme: 'dark' | 'light'
) {
  const byType = (type: string) =>
    Object.fromEntries(
      manifests.filter((plugin) => plugin.type === type).map((plugin) => [plugin.id, pluginMeta(plugin)])
    );
  const settings = dataSources.map(dataSourceSettings);
  return {
    user: {
      id: 1,
      isSignedIn: true,
      login: 'preview',
      orgRole: 'Admin',
      theme,
      timezone: 'browser',
      weekStart: 'browser',
    },
    settings: {
      datasources: Object.fromEntries(settings.map((dataSource) => [dataSource.name, dataSource])),
      defaultDatasource: (settings.find(({ isDefault }) => isDefault) ?? settings[0])?.name,
      panels: byType('panel'),
      apps: byType('app'),
      buildInfo: { version: '12.4.10', env: 'production', edition: 'preview' },
      featureToggles: {},
      minRefreshInterval: '1s',
    },
    dashboards: dashboards.map(({ uid, title }) => ({ uid, title })),
    navTree: [],
  };
}
