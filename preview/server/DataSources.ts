import type { MessageInitShape } from '@bufbuild/protobuf';
import type { PluginContextSchema } from '../../src/backend/protocol/generated/grafana_pb';
import { executablePath, type PluginManifest } from './PluginManifest';
import { PluginProcess, type Log } from './PluginProcess';
import type { ProvisionedDataSource } from './provisioning';

export interface DataSource {
  readonly id: number;
  settings: ProvisionedDataSource;
  readonly plugin: PluginManifest;
  readonly process: PluginProcess;
  updated: number;
}

/** The provisioned data sources that the bundle's plugins serve; one process a plugin, as in Grafana. */
export class DataSources {
  readonly all: DataSource[] = [];
  private readonly processes = new Map<string, PluginProcess>();

  constructor(provisioned: readonly ProvisionedDataSource[], manifests: readonly PluginManifest[], log: Log) {
    for (const settings of provisioned) {
      const plugin = manifests.find(({ id, backend }) => id === settings.type && backend);
      if (plugin) {
        const process = this.processes.get(plugin.id) ?? new PluginProcess(executablePath(plugin), log);
        this.processes.set(plugin.id, process);
        this.all.push({ id: this.all.length + 1, settings, plugin, process, updated: Date.now() });
      }
    }
  }

  byUid(uid: string): DataSource | undefined {
    return this.all.find(({ settings }) => settings.uid === uid);
  }

  /** Resolves when every back end has answered its handshake. */
  async ready(): Promise<void> {
    await Promise.all([...this.processes.values()].map((process) => process.ready()));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.processes.values()].map((process) => process.stop()));
  }
}

/** What Grafana tells a back end about the caller and the data source with every call. */
export function pluginContext({
  id,
  plugin,
  settings,
  updated,
}: DataSource): MessageInitShape<typeof PluginContextSchema> {
  return {
    orgId: 1n,
    pluginId: plugin.id,
    pluginVersion: plugin.info.version,
    user: { login: 'preview', name: 'Preview', role: 'Admin' },
    userAgent: 'Grafana/12.4.10 (preview)',
    dataSourceInstanceSettings: {
      id: BigInt(id),
      uid: settings.uid,
      name: settings.name,
      url: settings.url ?? '',
      jsonData: Buffer.from(JSON.stringify(settings.jsonData ?? {})),
      decryptedSecureJsonData: settings.secureJsonData ?? {},
      lastUpdatedMS: BigInt(updated),
    },
  };
}
