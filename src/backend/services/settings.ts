import type { PluginContext } from '../protocol/generated/grafana_pb';
import { knownSecrets } from '../secrets/KnownSecrets';
import { BadRequest } from '../tasks/BadRequest';
import type { DataSourceSettings } from '../tasks/Task';
import { grafanaAccess } from './grafanaAccess';

/** The settings that come with every call. Throws a BadRequest where the call is for no data source. */
export function settingsOf(
  context: PluginContext | undefined,
  headers: Readonly<Record<string, string>> = {}
): DataSourceSettings {
  const settings = context?.dataSourceInstanceSettings;
  if (!settings) {
    throw new BadRequest('The call names no data source: Modelwatch answers for its data sources only.');
  }
  const read: DataSourceSettings = {
    organization: Number(context.orgId),
    uid: settings.uid,
    name: settings.name,
    lastUpdated: Number(settings.lastUpdatedMS),
    jsonData: new TextDecoder().decode(settings.jsonData),
    secrets: settings.decryptedSecureJsonData,
    grafana: grafanaAccess(context.grafanaConfig, settings.decryptedSecureJsonData, headers),
  };
  knownSecrets.add(read);
  return read;
}

/** Where results of a data source may be remembered: other settings, or another organization, is another place. */
export function affinityOf({ organization, uid, lastUpdated }: DataSourceSettings): string {
  return JSON.stringify([organization, uid, lastUpdated]);
}
