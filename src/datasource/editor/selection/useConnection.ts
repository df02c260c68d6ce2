import type { Selection } from '../../../query/selection';
import type { ConnectionList, Resources } from '../../resources';
import { useLoaded } from '../fields/useLoaded';

export interface ChosenConnection {
  /** All that there are. */
  readonly known: ConnectionList['connections'];
  /** As it is written: it may be a variable; undefined where none is named and there is no default. */
  readonly name: string | undefined;
  /** With variables replaced. */
  readonly resolved: string | undefined;
  /** Undefined while it is not known. */
  readonly type: string | undefined;
  readonly loading: boolean;
  readonly error: string | undefined;
}

/** The connection that a selection means, by its own name, by what it inherits, or by default. */
export function useConnection(resources: Resources, selection: Selection, inherited?: Selection): ChosenConnection {
  const { value, loading, error } = useLoaded('connections', resources.connections);
  const known = value?.connections ?? [];
  const name = selection.connection ?? inherited?.connection ?? defaultOf(value);
  const resolved = name === undefined ? undefined : resources.resolve(name);
  const type = known.find((connection) => connection.name === resolved)?.type;
  return { known, name, resolved, type, loading, error };
}

/** The connection of queries that name none: as the back end takes it. */
export function defaultOf(list: ConnectionList | undefined): string | undefined {
  return list?.defaultConnection ?? (list?.connections.length === 1 ? list.connections[0].name : undefined);
}
