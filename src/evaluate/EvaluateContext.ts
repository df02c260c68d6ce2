import type { BaselineCache } from '../baseline/BaselineCache';
import type { RegistryMemory } from '../baseline/registry/RegistryMemory';
import type { FeatureType } from '../query/featureType';
import type { TimeRange } from '../query/time';
import type { Annotations } from './Annotations';
import type { ConnectionAccess, Connections } from './connections';

/** What a query is evaluated with. */
export interface EvaluateContext {
  /** Null stands for everything, whatever its time. */
  readonly range: TimeRange | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly connections: Connections;
  readonly access?: ConnectionAccess;
  /** Types by feature, for queries that list no features and so name no type. */
  readonly types?: ReadonlyMap<string, FeatureType>;
  /** Where distributions of settled baselines are kept; the scope names the data source, organization and settings. */
  readonly baselines?: { readonly cache: BaselineCache; readonly models?: RegistryMemory; readonly scope: string };
  /** The folder of stored baselines, where there is one. */
  readonly profiles?: string;
  /** What Grafana's annotations say; absent where there is no Grafana. */
  readonly annotations?: Annotations;
  readonly signal?: AbortSignal;
  /** The process ends with this query: nothing needs to be kept in memory for another. */
  readonly last?: boolean;
}
