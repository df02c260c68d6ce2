import type { Distribution } from '../../distribution/Distribution';
import { frequencyTable } from '../categorical/frequencyTable';
import type { CountTable, NoTable } from '../CountTable';
import { type Bins, decileBins } from './decileBins';
import { countsBetween } from './countsBetween';

/** A table of counts with the name of what its columns are. */
export interface BinnedTable extends CountTable {
  readonly bins: string;
  /** Place of the column of categories that not both sides count, -1 or absent where there is none. */
  readonly restColumn?: number;
}

/** Categories as they are, numbers in the baseline's deciles: see `frequencyTable` and `decileBins`. */
export function binnedTable(baseline: Distribution, current: Distribution): BinnedTable | NoTable {
  if (baseline.kind === 'categories' || current.kind === 'categories') {
    const table = frequencyTable(baseline, current);
    return 'undefinedReason' in table ? table : { ...table, bins: 'categories' };
  }
  const bins = decileBins(baseline, current);
  return 'undefinedReason' in bins ? bins : tableBetween(baseline, current, bins);
}

/** The counts of both sides between the same cuts, without bins that are empty on both: they say nothing. */
export function tableBetween(baseline: Distribution, current: Distribution, bins: Bins): BinnedTable {
  const baselineCounts = countsBetween(baseline, bins.cuts, bins.closed);
  const currentCounts = countsBetween(current, bins.cuts, bins.closed);
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
