import type { PluginMeta } from '@grafana/data';
import { config } from '@grafana/runtime';

/** What Grafana would know of a plugin that is no part of the bundle. */
export function pluginMetaOf(id: string): Omit<PluginMeta, 'type'> {
  const info = {
    author: { name: 'Preview' },
    description: '',
    links: [],
    logos: { large: '', small: '' },
    screenshots: [],
    updated: '',
    version: config.buildInfo.version,
  };
  return { id, name: id, module: '', baseUrl: '', info };
}
