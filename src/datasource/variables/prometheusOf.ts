import { defaultOf } from '../editor/selection/useConnection';
import type { Selection } from '../../query/selection';
import type { Resources } from '../resources';

/** The name of the selection's connection where that is one to Prometheus; else null. */
export async function prometheusOf({ connection }: Selection, resources: Resources): Promise<string | null> {
  const list = await resources.connections();
  const name = connection || defaultOf(list);
  const type = list.connections.find((known) => known.name === name)?.type;
  return type === 'prometheus' && name !== undefined ? name : null;
}
