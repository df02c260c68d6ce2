import type { Distribution } from '../../distribution/Distribution';
import type { NoTable } from '../CountTable';
import { type FrequencyTable, frequencyTable } from './frequencyTable';

/** The frequency table, where there are two categories to compare: with one there is nothing to test. */
export function testTable(baseline: Distribution, current: Distribution): FrequencyTable | NoTable {
  const table = frequencyTable(baseline, current);
  if ('undefinedReason' in table || table.baseline.length > 1) {
    return table;
  }
  return {
    undefinedReason:
      table.restColumn === 0 ? 'no category is counted on both sides' : 'both sides hold one and the same category',
  };
}
