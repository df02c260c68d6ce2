import type { Between } from '../distribution/between/Between';
import { mergeDistributions } from '../distribution/merge/mergeDistributions';
import { mergeHistograms } from '../distribution/merge/mergeHistograms';
import type { TimeRange } from '../query/time';
import type { DistributionCell, DistributionSet } from '../sources/Source';
import { LeftOut } from './LeftOut';

/** Stretches of time that are read, and those that belong together. */
export interface WindowParts {
  readonly windows: readonly TimeRange[];
  /** For each window of the result the indices of its parts. */
  readonly of: ReadonlyArray<readonly number[]>;
}

/**
 * The distributions of windows from those of their parts. Parts that are not what they seem, or that lie before all data of
 * a feature, are left out where others are there, which the notices say: a smaller baseline than was asked for.
 */
export function mergeWindows(set: DistributionSet, { windows, of }: WindowParts): DistributionSet {
  const unsure = new LeftOut(windows);
  const sure = unsure.without(set.cells, of);
  const byWindow = new Map<number, DistributionCell[]>();
  for (const cell of sure) {
    byWindow.set(cell.window, [...(byWindow.get(cell.window) ?? []), cell]);
  }
  const cells = of.flatMap((parts, window) =>
    mergeCells(
      parts.flatMap((part) => byWindow.get(part) ?? []),
      window
    )
  );
  return { ...set, cells, notices: [...set.notices, ...unsure.notices(set.cells, of)] };
}

function mergeCells(cells: readonly DistributionCell[], window: number): DistributionCell[] {
  const merged = new Map<string, DistributionCell>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.feature, cell.segment]);
    const before = merged.get(key);
    const distribution =
      before === undefined ? cell.distribution : mergeDistributions(before.distribution, cell.distribution);
    const undecided = before?.undecided ?? cell.undecided;
    const bounds = before === undefined ? {} : mergeBounds(before, cell);
    merged.set(key, {
      ...before,
      ...cell,
      ...bounds,
      window,
      distribution,
      ...(undecided !== undefined && { undecided }),
    });
  }
  return [...merged.values()];
}

/** Of two stretches what is known within limits, and the bounds that contradict one another in either. */
function mergeBounds(a: DistributionCell, b: DistributionCell): Pick<DistributionCell, 'between' | 'contradicted'> {
  const contradicted = [...new Set([...(a.contradicted ?? []), ...(b.contradicted ?? [])])];
  const [before, after] = [betweenOf(a), betweenOf(b)];
  const isLimited = a.between !== undefined || b.between !== undefined;
  return {
    ...(contradicted.length > 0 && { contradicted }),
    ...(isLimited &&
      before !== null &&
      after !== null && {
        between: {
          least: mergeHistograms(before.least, after.least),
          most: mergeHistograms(before.most, after.most),
        },
      }),
  };
}

function betweenOf({ between, distribution }: DistributionCell): Between | null {
  return between ?? (distribution.kind === 'histogram' ? { least: distribution, most: distribution } : null);
}
