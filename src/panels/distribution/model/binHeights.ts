import type { Bin } from '../../../frames/distribution/readDistribution';
import type { Side } from './Side';

/** What the height of a bin is: its share where all are equally wide, otherwise its density, so that areas are shares. */
export interface BinHeights {
  readonly measure: 'share' | 'density';
  readonly baseline: readonly number[];
  readonly current: readonly number[];
  readonly highest: number;
  /** The lowest above zero; null where every bin is empty. */
  readonly lowest: number | null;
}

export function binHeights(bins: readonly Bin[]): BinHeights {
  const measure = areEquallyWide(bins) ? 'share' : 'density';
  const heights = (side: Side): number[] =>
    bins.map((bin) => (measure === 'share' ? bin[`${side}Share`] : (bin[`${side}Density`] ?? 0)));
  const [baseline, current] = [heights('baseline'), heights('current')];
  const positive = [...baseline, ...current].filter((height) => height > 0);
  return {
    measure,
    baseline,
    current,
    highest: Math.max(0, ...positive),
    lowest: positive.length === 0 ? null : Math.min(...positive),
  };
}

function areEquallyWide(bins: readonly Bin[]): boolean {
  const widths = bins.map(({ low, high }) => high - low);
  return Math.max(...widths) - Math.min(...widths) <= 1e-6 * Math.max(...widths);
}
