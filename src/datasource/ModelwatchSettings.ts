import type { DataSourceJsonData } from '@grafana/data';

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
}

/** One member for each type of connection. */
export type ConnectionSettings = FileConnectionSettings;

export interface FileConnectionSettings {
  type: 'file';
  folder: string;
}
