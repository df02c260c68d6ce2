import type { DataSourceJsonData } from '@grafana/data';
import type { NumberForms } from '../query/cellForms';

/** What the configuration page writes, and provisioning may; the back end validates it. */
export interface ModelwatchSettings extends DataSourceJsonData {
  version?: 1;
  connections?: Record<string, ConnectionSettings>;
  /** Taken where a query names none. */
  defaultConnection?: string;
  /** Address of the Kibana that shows the documents of connections to Elasticsearch: rows of tables lead there. */
  kibanaUrl?: string;
  /** The folder, on Grafana's machine, that stored baselines are read from. */
  profiles?: string;
  /** Uids of Grafana's data sources that connections may go through; without it those that the connections name. */
  allowedUids?: string[] | null;
}

/** One member for each type of connection. */
export type ConnectionSettings = FileConnectionSettings | StoreConnectionSettings;
export type ConnectionType = ConnectionSettings['type'];

export interface FileConnectionSettings {
  type: 'file';
  folder: string;
  /** Replays what was recorded as if it went on now, moved by whole periods of this length. */
  replay?: string;
  missing?: Array<string | number>;
  encoding?: string;
  delimiter?: string;
  header?: boolean;
  numbers?: NumberForms;
}

/** A store that speaks HTTP: by its own address, or through a data source of Grafana. */
export interface StoreConnectionSettings {
  type: 'prometheus' | 'elasticsearch' | 'mlflow';
  url?: string;
  grafanaUid?: string;
  username?: string;
  tls?: TlsSettings;
  /** Headers whose values are no secrets. */
  headers?: Record<string, string>;
  /** The longest that one request may take. */
  timeout?: string;
  /** Prometheus: labels that tell apart servers that scrape the same targets. */
  replicaLabels?: string[];
  /** Prometheus: what a querier of Thanos is asked beside the query. */
  thanos?: { partialResponse?: boolean; dedup?: boolean };
}

export interface TlsSettings {
  ca?: string;
  caFile?: string;
  cert?: string;
  certFile?: string;
  keyFile?: string;
  serverName?: string;
  skipVerify?: boolean;
}

/** Secrets by the names that the back end reads: `metrics.password`, `metrics.header.X-Scope-OrgID`, `grafana.token`. */
export type ModelwatchSecrets = Record<string, string>;
