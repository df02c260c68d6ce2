import type { TimeRange } from '../query/time';
import type { DistributionCell } from '../sources/Source';

/** Parts of windows that are left out of them, by feature. */
export class LeftOut {
  /** Windows with a part that is not what it seems, and others. */
  private readonly unsure = new Map<string, { count: number; reason: string }>();

  constructor(private readonly windows: readonly TimeRange[]) {}

  /** The cells without those that are not what they seem, where their window has others of the same feature and segment. */
  without(cells: readonly DistributionCell[], of: ReadonlyArray<readonly number[]>): DistributionCell[] {
    const sure = new Map<string, Set<number>>();
    for (const cell of cells) {
      if (cell.undecided === undefined) {
        sure.set(keyOf(cell), (sure.get(keyOf(cell)) ?? new Set()).add(cell.window));
      }
    }
    const hasOthers = (cell: DistributionCell) => {
      const own = sure.get(keyOf(cell));
      const together = of.filter((parts) => parts.includes(cell.window));
      return own !== undefined && together.length > 0 && together.every((parts) => parts.some((part) => own.has(part)));
    };
    return cells.filter((cell) => {
      if (cell.undecided === undefined || !hasOthers(cell)) {
        return true;
      }
      const { count } = this.unsure.get(cell.feature) ?? { count: 0 };
      this.unsure.set(cell.feature, { count: count + 1, reason: cell.undecided });
      return false;
    });
  }

  notices(cells: readonly DistributionCell[], of: ReadonlyArray<readonly number[]>): string[] {
    return [
      ...[...this.unsure].map(
        ([feature, { count, reason }]) =>
          `${feature}: ${count} ${count === 1 ? 'period' : 'periods'} of the baseline ${count === 1 ? 'is' : 'are'} left out. ${reason}`
      ),
      ...this.beginning(cells, of),
    ];
  }

  /** Features some of whose windows reach back before all of their data. */
  private beginning(cells: readonly DistributionCell[], of: ReadonlyArray<readonly number[]>): string[] {
    const byFeature = new Map<string, Set<number>>();
    for (const { feature, window } of cells) {
      byFeature.set(feature, (byFeature.get(feature) ?? new Set()).add(window));
    }
    const byStart = new Map<number, { names: string[]; least: number; asked: number }>();
    for (const [feature, filled] of byFeature) {
      const first = Math.min(...[...filled].map((index) => this.windows[index].from));
      const shortest = of
        .map((parts) => ({ asked: parts.length, left: parts.filter((part) => this.windows[part].to > first).length }))
        .filter(({ asked, left }) => left > 0 && left < asked)
        .sort((a, b) => a.left - b.left)
        .at(0);
      if (shortest !== undefined) {
        const { names = [] } = byStart.get(first) ?? {};
        byStart.set(first, { names: [...names, feature], least: shortest.left, asked: shortest.asked });
      }
    }
    return [...byStart].map(
      ([first, { names, least, asked }]) =>
        `${names.join(', ')}: no period before ${new Date(first).toISOString()} has data, so that the baseline has as few as ${least} of the ${asked} periods that were asked for.`
    );
  }
}

function keyOf({ feature, segment }: DistributionCell): string {
  return JSON.stringify([feature, segment]);
}
