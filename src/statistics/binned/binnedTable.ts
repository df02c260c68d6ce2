import type { Distribution } from '../../distribution/Distribution';
import { frequencyTable } from '../categorical/frequencyTable';
import type { CountTable, NoTable } from '../CountTable';
import { countsBetween } from './countsBetween';
import { decileBins } from './decileBins';

/** A table of counts with the name of what its columns are. */
export interface BinnedTable extends CountTable {
  readonly bins: string;
}

/** Categories as they are, numbers in the baseline's deciles: see `frequencyTable` and `decileBins`. */
export function binnedTable(baseline: Distribution, current: Distribution): BinnedTable | NoTable {
  if (baseline.kind === 'categories' || current.kind === 'categories') {
    const table = frequencyTable(baseline, current);
    return 'undefinedReason' in table ? table : { ...table, bins: 'categories' };
  }
  const bins = decileBins(baseline, current);
  if ('undefinedReason' in bins) {
    return bins;
  }
  const baselineCounts = countsBetween(baseline, bins.cuts, bins.closed);
  const currentCounts = countsBetween(current, bins.cuts, bins.closed);
  // A bin that is empty on both sides says nothing, and has no degree of freedom.
  const filled = (_: number, bin: number) => baselineCounts[bin] + currentCounts[bin] > 0;
  return {
    baseline: baselineCounts.filter(filled),
    current: currentCounts.filter(filled),
    baselineTotal: sum(baselineCounts),
    currentTotal: sum(currentCounts),
    guarantee: bins.guarantee,
    bins: bins.name,
  };
}

function sum(counts: Float64Array): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) {
    total += counts[i];
  }
  return total;
}
