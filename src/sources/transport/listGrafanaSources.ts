import type { RequestOptions } from '../Source';
import { SourceError } from '../SourceError';
import type { GrafanaAccess } from './ConnectionContext';
import { exchange } from './exchange';
import { grafanaMessage } from './grafanaMessage';
import { sharedAgent } from './sharedAgent';
import type { TransportAnswer } from './Transport';
import { withoutCredentials } from './withoutCredentials';

/** Kinds of stores that connections can reach through Grafana, and which of its data sources lead to one. */
const PLUGINS: Readonly<Record<StoreType, readonly string[]>> = {
  prometheus: [
    'prometheus',
    'grafana-amazonprometheus-datasource',
    'grafana-azureprometheus-datasource',
    'victoriametrics-metrics-datasource',
  ],
  elasticsearch: ['elasticsearch', 'grafana-opensearch-datasource'],
};
export type StoreType = 'prometheus' | 'elasticsearch';

/** A data source of Grafana that a connection may go through. */
export interface GrafanaSource {
  readonly uid: string;
  readonly name: string;
  /** The id of its plugin. */
  readonly plugin: string;
}

const PLACE = "Grafana's list of data sources";
const TIMEOUT_MS = 10_000;
const INSTEAD = 'write the uid of the data source by hand';

/**
 * The data sources that a connection of a type may go through: of the right kind, and on the list of allowed ones. Where
 * nobody wrote such a list nothing is asked of Grafana and none is told: its account may see more than whoever asks. Throws a SourceError where there is no way to call Grafana, or it does not let its data sources be listed.
 */
export async function listGrafanaSources(
  access: GrafanaAccess | undefined,
  type: StoreType,
  options: RequestOptions
): Promise<GrafanaSource[]> {
  if (access?.token === undefined || access.token === '') {
    throw new SourceError(
      `Modelwatch may not call Grafana, and so can't list its data sources: switch managed service accounts on, or store a service account's token as the secret "grafana.token"; or ${INSTEAD}.`,
      { status: 400, side: 'plugin' }
    );
  }
  if (access.mayList !== true || access.allowedUids.length === 0) {
    return [];
  }
  const base = new URL(access.url);
  const answer = await exchange(
    {
      place: PLACE,
      address: new URL(`${withoutCredentials(base)}/api/datasources`),
      agent: sharedAgent(base.protocol),
      method: 'GET',
      headers: { Authorization: `Bearer ${access.token}` },
      timeout: TIMEOUT_MS,
    },
    options
  );
  const { allowedUids } = access;
  return readList(answer)
    .filter(({ uid, plugin }) => PLUGINS[type].includes(plugin) && allowedUids.includes(uid))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readList({ status, text }: TransportAnswer): GrafanaSource[] {
  if (status !== 200) {
    const says = grafanaMessage(text) ?? `status ${status}`;
    const why =
      status === 401 || status === 403
        ? `Grafana does not let Modelwatch list its data sources (${status}, "${says}"): give its service account the permission "datasources:read", or ${INSTEAD}.`
        : `Grafana can't list its data sources (${status}, "${says}"): see its log, or ${INSTEAD}.`;
    throw new SourceError(why, { status: status === 401 || status === 403 ? status : 502, side: 'downstream' });
  }
  const list = parse(text);
  if (!Array.isArray(list)) {
    throw new SourceError(`Grafana answers with something else than a list of data sources: ${INSTEAD}.`, {
      status: 502,
      side: 'downstream',
    });
  }
  return list.flatMap((item: unknown): GrafanaSource[] => {
    const { uid, name, type: plugin } = (item ?? {}) as Record<string, unknown>;
    return typeof uid === 'string' && typeof plugin === 'string' ? [{ uid, name: String(name ?? uid), plugin }] : [];
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
