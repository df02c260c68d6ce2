import type { DataSourceInstanceSettings } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import type { StoreConnectionSettings } from '../ModelwatchSettings';

/** Data sources of Grafana that speak a store's API through its proxy. */
const PLUGINS: Readonly<Record<StoreConnectionSettings['type'], readonly string[]>> = {
  prometheus: [
    'prometheus',
    'grafana-amazonprometheus-datasource',
    'grafana-azureprometheus-datasource',
    'victoriametrics-metrics-datasource',
  ],
  elasticsearch: ['elasticsearch', 'grafana-opensearch-datasource'],
  mlflow: [],
};

const ALL = Object.keys(PLUGINS) as Array<StoreConnectionSettings['type']>;

/** Data sources that a connection of a type may go through; of any type where none is given. */
export function grafanaSources(type?: StoreConnectionSettings['type']): DataSourceInstanceSettings[] {
  const plugins = (type === undefined ? ALL : [type]).flatMap((one) => PLUGINS[one]);
  return getDataSourceSrv().getList({ filter: (source) => plugins.includes(source.type) });
}

/** As options of a list: by name, since nobody knows uids. */
export function sourceOptions(sources: readonly DataSourceInstanceSettings[], chosen: readonly string[]) {
  const known = sources.map(({ uid, name, type }) => ({ value: uid, label: name, description: type }));
  const missing = chosen.filter((uid) => uid !== '' && !sources.some((source) => source.uid === uid));
  return [...known, ...missing.map((uid) => ({ value: uid, label: uid, description: 'uid' }))];
}
