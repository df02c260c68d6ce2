import type { Samples } from '../../distribution/Distribution';
import { countBelow } from '../../distribution/histogramFromSamples';

/** So many different values on each side. */
const NEXT_VALUES = 5;

/** The different values next to one, five on each side at most. */
export function nextValues(value: number, { sorted }: Samples): number[] {
  const found: number[] = [];
  let [below, above] = [countBelow(sorted, value, false), countBelow(sorted, value, true)];
  for (let i = 0; i < NEXT_VALUES; i++) {
    if (below > 0) {
      found.push(sorted[below - 1]);
      below = countBelow(sorted, sorted[below - 1], false);
    }
    if (above < sorted.length) {
      found.push(sorted[above]);
      above = countBelow(sorted, sorted[above], true);
    }
  }
  return found;
}
