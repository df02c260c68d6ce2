import { grafanaSources } from '../config/grafanaSources';
import type { StoreConnectionSettings } from '../ModelwatchSettings';
import type { VariableValue } from './listVariableValues';

/**
 * Grafana's own data sources of a store, whose uids are the values. Where there is none, "none" stands for Modelwatch's own
 * uid: a panel that is bound to the variable then asks Modelwatch, which sends no query of another data source, and is empty
 * instead of failing.
 */
export function listSources(store: StoreConnectionSettings['type'] | undefined, own: string): VariableValue[] {
  if (store === undefined) {
    return [];
  }
  const found = grafanaSources(store).map(({ name, uid }) => ({ text: name, value: uid }));
  return found.length > 0 ? found : [{ text: 'none', value: own }];
}
