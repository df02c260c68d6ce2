import type { SeverityCounts } from '../../frames/alert/countSeverities';
import type { GrafanaAccess } from '../../sources/transport/ConnectionContext';

/** The data source that a task is for, as Grafana sends it with every call. */
export interface DataSourceSettings {
  readonly organization: number;
  readonly uid: string;
  readonly name: string;
  /** When the settings were last changed: a cached result of other settings is never used. */
  readonly lastUpdated: number;
  /** As JSON. */
  readonly jsonData: string;
  readonly secrets: Readonly<Record<string, string>>;
  /** How to call Grafana for this request; absent where it does not say where it is. */
  readonly grafana?: Omit<GrafanaAccess, 'allowedUids'>;
}

/** One query of a panel or an alert rule. */
export interface QueryTask {
  readonly kind: 'query';
  readonly settings: DataSourceSettings;
  readonly refId: string;
  /** The query as JSON. */
  readonly query: string;
  readonly from: number;
  readonly to: number;
  /** Whether a rule, or the preview of one, asks. */
  readonly forAlert?: boolean;
}

export interface HealthTask {
  readonly kind: 'health';
  readonly settings: DataSourceSettings;
}

export interface ResourceTask {
  readonly kind: 'resource';
  readonly settings: DataSourceSettings;
  readonly path: string;
  readonly method: string;
  /** With its query string. */
  readonly url: string;
  readonly body: string;
}

export type Task = QueryTask | HealthTask | ResourceTask;

export interface QueryAnswer {
  /** Each an Arrow IPC file. */
  readonly frames: ReadonlyArray<Uint8Array<ArrayBuffer>>;
  /** What alert rules decide on; absent where the query is not for one. */
  readonly verdicts?: AlertVerdicts;
}

/** How many series of an answer to an alert rule have each severity. */
export interface AlertVerdicts {
  /** The query's kind. */
  readonly kind: string;
  readonly queryHash: string;
  readonly severities: SeverityCounts;
}

export interface HealthAnswer {
  readonly ok: boolean;
  readonly message: string;
  /** As JSON. */
  readonly details: string;
}

export interface ResourceAnswer {
  readonly status: number;
  /** As JSON. */
  readonly body: string;
}

export interface Answers {
  readonly query: QueryAnswer;
  readonly health: HealthAnswer;
  readonly resource: ResourceAnswer;
}

export type Answer = Answers[keyof Answers];
