import type { DataSourceApi, DataSourceInstanceSettings, DataSourceRef, ScopedVars } from '@grafana/data';
import { config, type DataSourceSrv } from '@grafana/runtime';
import { importDataSourcePlugin } from '../plugins';
import { MissingDataSource } from './MissingDataSource';
import { templateSrv } from './templateSrv';

type Reference = DataSourceRef | string | null | undefined;

const instances = new Map<string, Promise<DataSourceApi>>();

function all(): DataSourceInstanceSettings[] {
  return Object.values(config.datasources);
}

function settingsOf(reference: Reference, scopedVars?: ScopedVars): DataSourceInstanceSettings | undefined {
  const written = typeof reference === 'object' ? reference?.uid : reference;
  const name = templateSrv.replace(written ?? 'default', scopedVars);
  const wanted = name === 'default' ? config.defaultDatasource : name;
  return all().find((settings) => settings.uid === wanted || settings.name === wanted);
}

export function isOfAnotherPlugin(reference: Reference): reference is DataSourceRef & { type: string } {
  const type = typeof reference === 'object' ? reference?.type : undefined;
  return type !== undefined && all().every((settings) => settings.type !== type);
}

async function load(settings: DataSourceInstanceSettings): Promise<DataSourceApi> {
  const plugin = await importDataSourcePlugin(settings.type);
  const instance = new plugin.DataSourceClass(settings);
  return Object.assign(instance, { meta: settings.meta, components: plugin.components });
}

export const dataSourceSrv: DataSourceSrv = {
  get: async (reference, scopedVars) => {
    const settings = settingsOf(reference, scopedVars);
    if (!settings && isOfAnotherPlugin(reference)) {
      return new MissingDataSource(reference.type);
    }
    if (!settings) {
      throw new Error(`The preview has no data source ${JSON.stringify(reference)}: it shows Modelwatch's own alone.`);
    }
    const instance = instances.get(settings.uid) ?? load(settings);
    instances.set(settings.uid, instance);
    return instance;
  },
  getList: (filters = {}) =>
    all().filter((settings) => {
      const types = [filters.type ?? filters.pluginId ?? settings.type].flat();
      return types.includes(settings.type) && (filters.filter?.(settings) ?? true);
    }),
  getInstanceSettings: settingsOf,
  reload: () => instances.clear(),
  registerRuntimeDataSource: () => undefined,
};
