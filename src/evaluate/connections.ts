import { z } from 'zod';
import { MlflowClient } from '../baseline/registry/mlflow/MlflowClient';
import { mlflowConnectionSchema } from '../baseline/registry/mlflow/mlflowConnection';
import { BadQuery } from '../query/BadQuery';
import { parseDuration } from '../query/duration';
import { elasticsearchConnectionSchema } from '../sources/elasticsearch/connection';
import { ElasticsearchSource } from '../sources/elasticsearch/ElasticsearchSource';
import { type FileConnection, fileConnectionSchema } from '../sources/file/fileConnection';
import { FileSource } from '../sources/file/FileSource';
import { prometheusConnectionSchema } from '../sources/prometheus/connection';
import { PrometheusSource } from '../sources/prometheus/PrometheusSource';
import { ReplayedSource } from '../sources/replay/ReplayedSource';
import type { Source } from '../sources/Source';
import { SourceError } from '../sources/SourceError';
import type { ConnectionContext } from '../sources/transport/ConnectionContext';

/** Where samples can come from, and registries of models; one kind for each. */
export const connectionSchema = z.discriminatedUnion(
  'type',
  [fileConnectionSchema, prometheusConnectionSchema, elasticsearchConnectionSchema, mlflowConnectionSchema],
  { error: 'is not a kind of connection: use "file", "prometheus", "elasticsearch" or "mlflow"' }
);
export type ValidConnection = z.infer<typeof connectionSchema>;

/** One whose settings are wrong: whoever asks it is told what, and the others work. */
export interface InvalidConnection {
  readonly type: 'invalid';
  /** What it was meant to be, where that can be told. */
  readonly meant?: ValidConnection['type'];
  readonly problem: string;
}
export type Connection = ValidConnection | InvalidConnection;

/** Connections by name, as a data source's settings and a connections file hold them. */
export const connectionsSchema = z.record(z.string().min(1), connectionSchema);
export type Connections = Readonly<Record<string, Connection>>;

/** Secrets and the way to Grafana, for every connection alike. */
export type ConnectionAccess = Omit<ConnectionContext, 'name'>;

/** The source that a connection leads to. Nothing is read yet. Throws a SourceError where it is wrong or lacks a secret. */
export function openSource(name: string, connection: Connection, access: ConnectionAccess): Source {
  switch (connection.type) {
    case 'file':
      return openFiles(connection);
    case 'prometheus':
      return new PrometheusSource(connection, { ...access, name });
    case 'elasticsearch':
      return new ElasticsearchSource(connection, { ...access, name });
    case 'mlflow':
      throw new SourceError(
        `Connection "${name}" is a registry of models and has no rows. Use it as a baseline: {"kind": "model", "connection": "${name}", "model": …, "alias": …}.`,
        { status: 400, side: 'plugin' }
      );
    case 'invalid':
      throw new SourceError(connection.problem, { status: 400, side: 'plugin' });
  }
}

function openFiles(connection: FileConnection): Source {
  const files = new FileSource(connection);
  return connection.replay === undefined ? files : new ReplayedSource(files, parseDuration(connection.replay));
}

/** The named connection's source; where there is only one connection, it needs no name. Throws a BadQuery. */
export function sourceOf(connections: Connections, name: string | undefined, access: ConnectionAccess = {}): Source {
  const wanted = connectionName(connections, name);
  return openSource(wanted, connections[wanted], access);
}

/** Throws a BadQuery where there is no such connection, or no name and not exactly one connection. */
export function connectionName(connections: Connections, name: string | undefined): string {
  return nameAmong(connections, isPlaceOfRows, name);
}

/** The named registry; where there is only one, it needs no name. Throws a BadQuery, or a SourceError where it lacks a secret. */
export function registryOf(
  connections: Connections,
  name: string | undefined,
  access: ConnectionAccess = {}
): { readonly name: string; readonly client: MlflowClient } {
  const isNone = !Object.values(connections).some(isRegistry);
  if (isNone && name === undefined) {
    throw new BadQuery('No registry of models is configured. Add a connection of the type "mlflow".');
  }
  const wanted = nameAmong(connections, isRegistry, name);
  const connection = connections[wanted];
  if (connection.type === 'invalid') {
    throw new SourceError(connection.problem, { status: 400, side: 'plugin' });
  }
  if (connection.type !== 'mlflow') {
    throw new BadQuery(`The connection "${wanted}" is no registry of models: its type is "${connection.type}".`);
  }
  return { name: wanted, client: new MlflowClient(connection, { ...access, name: wanted }) };
}

function isRegistry(connection: Connection): boolean {
  return (connection.type === 'invalid' ? connection.meant : connection.type) === 'mlflow';
}

function isPlaceOfRows(connection: Connection): boolean {
  return !isRegistry(connection);
}

function nameAmong(connections: Connections, fits: (one: Connection) => boolean, name: string | undefined): string {
  const names = Object.keys(connections).filter((one) => fits(connections[one]));
  if (name === undefined && names.length !== 1) {
    const which =
      names.length === 0 ? 'No connections are configured: add one first.' : `Available: ${names.join(', ')}.`;
    throw new BadQuery(`The selection specifies no "connection". ${which}`);
  }
  const wanted = name ?? names[0];
  if (!Object.hasOwn(connections, wanted)) {
    throw new BadQuery(
      `Connection "${wanted}" not found. ${names.length === 0 ? 'No connections are configured.' : `Available: ${names.join(', ')}.`}`
    );
  }
  return wanted;
}
