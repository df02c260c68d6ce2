import type { Selection } from '../../query/selection';
import type { ConnectionSettings } from './readConnections';

/** The selection with the data source's default connection, where it names none itself. */
export function withDefaultConnection<Chosen extends Selection>(
  selection: Chosen,
  { defaultConnection }: ConnectionSettings
): Chosen {
  return selection.connection === undefined && defaultConnection !== undefined
    ? { ...selection, connection: defaultConnection }
    : selection;
}
