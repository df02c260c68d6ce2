/** What opening a connection needs beside its settings. Held in memory alone: never logged, never in a message. */
export interface ConnectionContext {
  /** The connection's name: in messages, and before the keys of its secrets. */
  readonly name: string;
  /** By `<connection>.<what>`: `metrics.password`, `metrics.token`, `metrics.tlsKey`, `metrics.header.X-Scope-OrgID`. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** In the shell alone: in Grafana the environment belongs to the server, not to whoever edits a data source. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** In Grafana alone. */
  readonly grafana?: GrafanaAccess;
}

/** How this plugin calls the Grafana that runs it. */
export interface GrafanaAccess {
  readonly url: string;
  /** Of the managed service account, or one that is stored among the data source's secrets. */
  readonly token?: string;
  /** Data sources that may be gone through, and no others. */
  readonly allowedUids: readonly string[];
  /** Whether an administrator wrote that list: else it is not told to whoever asks what there is. */
  readonly mayList?: boolean;
  /** Of the request that is being answered: `FromAlert` and `X-Rule-*` are passed on. */
  readonly headers?: Readonly<Record<string, string>>;
}
