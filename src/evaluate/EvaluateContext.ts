import type { TimeRange } from '../query/time';
import type { Connections } from './connections';

/** What a query is evaluated with. */
export interface EvaluateContext {
  /** Null stands for everything, whatever its time. */
  readonly range: TimeRange | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly connections: Connections;
  readonly signal?: AbortSignal;
}
