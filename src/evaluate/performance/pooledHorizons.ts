import { mergeOutcomes } from '../../outcomes/mergeOutcomes';
import type { OutcomesCell } from '../../sources/OutcomesRequest';
import { segmentKey } from '../cells';

/** What all horizons together are called. */
export const ALL_HORIZONS = 'all';

/** The cells of all horizons together, beside those of each: where labels are rare no single horizon may have enough. */
export function pooledHorizons(cells: readonly OutcomesCell[], horizon: string | undefined): OutcomesCell[] {
  if (horizon === undefined) {
    return [];
  }
  const groups = new Map<string, OutcomesCell[]>();
  for (const cell of cells) {
    const segment = { ...cell.segment, [horizon]: ALL_HORIZONS };
    const key = JSON.stringify([cell.window, cell.block, segmentKey(segment)]);
    groups.set(key, [...(groups.get(key) ?? []), { ...cell, segment }]);
  }
  return [...groups.values()].map((own) => ({
    ...own[0],
    outcomes: mergeOutcomes(own.map(({ outcomes }) => outcomes)),
  }));
}
