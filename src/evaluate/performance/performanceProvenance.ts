import type { PerformanceQuery } from '../../query/performanceQuery';
import type { Provenance } from '../Result';
import type { PerformanceWindows } from './performanceWindows';

/** What predictions are compared with. */
export function performanceProvenance(
  { current, baseline }: PerformanceQuery,
  { side }: PerformanceWindows
): Provenance {
  return side === null
    ? { kind: 'none', description: 'nothing: no baseline is set', facts: {} }
    : {
        kind: baseline?.kind ?? 'none',
        description: side.description,
        facts: { source: side.selection.path ?? side.selection.index ?? null, query: current.query ?? null },
      };
}
