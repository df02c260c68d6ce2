import type { Between } from '../distribution/between/Between';
import { mergeDistributions } from '../distribution/merge/mergeDistributions';
import { mergeHistograms } from '../distribution/merge/mergeHistograms';
import type { TimeRange } from '../query/time';
import type { DistributionCell, DistributionSet } from '../sources/Source';
import { SourceError } from '../sources/SourceError';

/** Stretches of time that are read, and those that belong together. */
export interface WindowParts {
  readonly windows: readonly TimeRange[];
  /** For each window of the result the indices of its parts. */
  readonly of: ReadonlyArray<readonly number[]>;
}

/**
 * The distributions of windows from those of their parts. Throws a SourceError where a part lies before all data while
 * others of its window have some: a smaller baseline than was asked for would be taken for the whole.
 */
export function mergeWindows(set: DistributionSet, { windows, of }: WindowParts): DistributionSet {
  const byWindow = new Map<number, DistributionCell[]>();
  for (const cell of set.cells) {
    byWindow.set(cell.window, [...(byWindow.get(cell.window) ?? []), cell]);
  }
  requireParts(windows, of, (index) => byWindow.has(index));
  const cells = of.flatMap((parts, window) =>
    mergeCells(
      parts.flatMap((part) => byWindow.get(part) ?? []),
      window
    )
  );
  return { ...set, cells };
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
    merged.set(key, { ...before, ...cell, ...bounds, window, distribution, ...(undecided !== undefined && { undecided }) });
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

function requireParts(
  windows: readonly TimeRange[],
  of: ReadonlyArray<readonly number[]>,
  isFilled: (index: number) => boolean
): void {
  const filled = windows.filter((_, index) => isFilled(index));
  const first = Math.min(...filled.map(({ from }) => from));
  for (const parts of of) {
    const dropped = parts.find((index) => !isFilled(index) && windows[index].to <= first);
    if (dropped !== undefined && parts.some(isFilled)) {
      const asked = new Date(windows[dropped].from).toISOString();
      throw new SourceError(
        `The seasonal baseline reaches back to ${asked}, and there are no data before ${new Date(first).toISOString()}: take fewer periods, exclude that time, or keep data longer.`,
        { status: 422, side: 'downstream' }
      );
    }
  }
}
