import { z } from 'zod';
import { BadQuery } from '../query/BadQuery';
import { fileConnectionSchema } from '../sources/file/fileConnection';
import { FileSource } from '../sources/file/FileSource';
import type { Source } from '../sources/Source';

/** Where samples can come from; one kind for each source. */
export const connectionSchema = z.discriminatedUnion('type', [fileConnectionSchema], {
  error: 'is not a kind of connection: use "file"',
});
export type Connection = z.infer<typeof connectionSchema>;

/** Connections by name, as a data source's settings and a connections file hold them. */
export const connectionsSchema = z.record(z.string().min(1), connectionSchema);
export type Connections = z.infer<typeof connectionsSchema>;

/** The source that a connection leads to. Nothing is read yet. */
export function openSource(connection: Connection): Source {
  switch (connection.type) {
    case 'file':
      return new FileSource(connection);
  }
}

/** The named connection's source; where there is only one connection, it needs no name. Throws a BadQuery. */
export function sourceOf(connections: Connections, name: string | undefined): Source {
  const names = Object.keys(connections);
  if (name === undefined && names.length !== 1) {
    const which = names.length === 0 ? 'There is none: add one first.' : `Name one of ${names.join(', ')}.`;
    throw new BadQuery(`The selection names no "connection". ${which}`);
  }
  const wanted = name ?? names[0];
  if (!Object.hasOwn(connections, wanted)) {
    throw new BadQuery(
      `There is no connection "${wanted}". ${names.length === 0 ? 'There is none at all.' : `There is ${names.join(', ')}.`}`
    );
  }
  return openSource(connections[wanted]);
}
