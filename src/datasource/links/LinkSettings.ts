/** As much of a data source's settings as settles where its links lead. */
export interface LinkSettings {
  readonly connections?: Readonly<Record<string, { readonly type: string; readonly grafanaUid?: string }>>;
  readonly defaultConnection?: string;
  /** Address of the Kibana that shows the documents of the connections to Elasticsearch. */
  readonly kibanaUrl?: string;
}

export type LinkedConnection = NonNullable<LinkSettings['connections']>[string];

/** The connection of this name, the default one, or the only one. */
export function linkedConnection(
  { connections = {}, defaultConnection }: LinkSettings,
  name: string | undefined
): LinkedConnection | undefined {
  const names = Object.keys(connections);
  const wanted = name ?? defaultConnection ?? (names.length === 1 ? names[0] : '');
  return Object.hasOwn(connections, wanted) ? connections[wanted] : undefined;
}
