import type { ConnectionAccess } from '../../evaluate/connections';
import type { ConnectionSettings } from '../tasks/readConnections';

/** What the query editor asks for, by GET with its parameters in the URL or by POST with JSON. */
export interface ResourceRequest {
  /** Throws a BadRequest where they hold no connection yet, or are wrong. */
  readonly settings: ConnectionSettings;
  readonly access: ConnectionAccess;
  /** From the URL's query string, or the keys of the body. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface Resource {
  readonly methods: readonly string[];
  /** Something that JSON can write. Throws a BadRequest, BadQuery or SourceError. */
  answer(request: ResourceRequest, signal: AbortSignal): Promise<unknown>;
}
