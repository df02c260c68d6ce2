import { baselineKey } from '../../baseline/baselineKey';
import type { TimeRange } from '../../query/time';
import type { DistributionCell, DistributionSet, TypedFeature } from '../../sources/Source';
import { connectionName } from '../connections';
import type { EvaluateContext } from '../EvaluateContext';
import { execute } from '../evaluateComparison';
import type { Place } from '../settleFeatures';
import { writtenIn } from '../writtenIn';
import { countedCells, shapeOfCounted } from './countedCells';
import { type CountedShapes, shapesOf } from './shapesOf';
import { joinedStretches } from './joinedStretches';
import { readRange, type TimePlan } from './TimePlan';

type Side = TimePlan['windows'][number]['side'];

export interface CountedAsked {
  readonly features: readonly TypedFeature[];
  readonly places: Readonly<Record<Side, Place>>;
  readonly segmentBy: Readonly<Record<Side, readonly string[]>>;
  readonly minimumCoverage?: number;
  /** Categories with fewer rows in the calibration are counted among all others. */
  readonly minimumCount?: number;
  /** The baseline is a stored one: it lies in no connection, and is small, so that nothing is kept of it. */
  readonly isStored?: boolean;
  /** All that will be asked for: a file is read once for all of them. */
  readonly plans: readonly TimePlan[];
}

/** The cells of a plan's windows, with their values counted in bins that were frozen before the judged season. */
export interface CountedSet extends DistributionSet {
  readonly shapes: CountedShapes;
}

/**
 * Counts windows. A store that takes edges is asked where the calibration's values lie, then for counts alone; of any other
 * place all windows are read at once. What has settled is kept.
 */
export class CountedReader {
  private readonly whole = new Map<Side, Promise<DistributionSet>>();
  private readonly union: Readonly<Record<Side, ReadonlyArray<TimeRange | null>>>;

  constructor(
    private readonly asked: CountedAsked,
    private readonly context: EvaluateContext
  ) {
    const rangesOf = (side: Side) => {
      const all = asked.plans.flatMap(({ windows }) => windows.filter((window) => window.side === side));
      const distinct = new Map(all.map(readRange).map((range) => [keyOf(range), range]));
      return [...distinct.values()].sort((a, b) => (a?.from ?? 0) - (b?.from ?? 0));
    };
    this.union = { baseline: rangesOf('baseline'), current: rangesOf('current') };
  }

  async read(plan: TimePlan): Promise<CountedSet> {
    const known = await this.kept(plan, 'baseline', null, () => this.baselineOf(plan));
    const shapes = known.shapes ?? shapesOfCounted(known.set.cells);
    const current = await this.kept(plan, 'current', shapes, async () => ({
      set: await this.count(plan, 'current', shapes),
    }));
    return {
      cells: [...known.set.cells, ...current.set.cells],
      notices: [...known.set.notices, ...current.set.notices],
      warned: known.set.warned === true || current.set.warned === true,
      shapes,
    };
  }

  private async baselineOf(plan: TimePlan): Promise<{ set: DistributionSet; shapes: CountedShapes }> {
    const shapes = await this.shapes(plan);
    return { set: await this.count(plan, 'baseline', shapes), shapes };
  }

  private async shapes(plan: TimePlan): Promise<CountedShapes> {
    const { calibration, windows } = plan;
    if (this.takesEdges('baseline')) {
      const stretches = joinedStretches(calibration.map((index) => readRange(windows[index])));
      if (stretches.length === 0) {
        return new Map();
      }
      return shapesOf((await this.execute('baseline', stretches)).cells, true, this.asked.minimumCount);
    }
    const whole = await this.wholeOf('baseline');
    const isCalibration = new Set(calibration.map((index) => this.indexIn('baseline', readRange(windows[index]))));
    return shapesOf(
      whole.cells.filter(({ window }) => isCalibration.has(window)),
      this.asked.places.baseline.source.holdsRows === true,
      this.asked.minimumCount
    );
  }

  /** The cells of a side, whose windows are those of the plan. */
  private async count(plan: TimePlan, side: Side, shapes: CountedShapes): Promise<DistributionSet> {
    const own = indicesOf(plan, side);
    if (own.length === 0) {
      return { cells: [], notices: [] };
    }
    const ranges = own.map((index) => readRange(plan.windows[index]));
    const takesEdges = this.takesEdges(side);
    const set = takesEdges ? await this.execute(side, ranges, shapes) : await this.wholeOf(side);
    const at = new Map(own.map((index, i) => [takesEdges ? i : this.indexIn(side, ranges[i]), index]));
    const cells = set.cells.flatMap((cell): DistributionCell[] => {
      const window = at.get(cell.window);
      return window === undefined ? [] : [{ ...cell, window }];
    });
    return { ...set, cells: countedCells(cells, shapes) };
  }

  private execute(
    side: Side,
    windows: ReadonlyArray<TimeRange | null>,
    shapes?: CountedShapes
  ): Promise<DistributionSet> {
    const { source } = this.asked.places[side];
    const { signal } = this.context;
    return execute(source, { ...this.request(side, windows), frozen: shapes }, { signal });
  }

  private request(side: Side, windows: ReadonlyArray<TimeRange | null>) {
    const { features, places, segmentBy, minimumCoverage } = this.asked;
    const { selection } = places[side];
    return {
      selection,
      features: writtenIn(selection, features),
      windows,
      segmentBy: segmentBy[side],
      minimumCoverage,
    };
  }

  private wholeOf(side: Side): Promise<DistributionSet> {
    const known = this.whole.get(side) ?? this.execute(side, this.union[side]);
    this.whole.set(side, known);
    return known;
  }

  private indexIn(side: Side, range: TimeRange | null): number {
    return this.positions(side).get(keyOf(range)) ?? -1;
  }

  private readonly found = new Map<Side, Map<string, number>>();

  private positions(side: Side): Map<string, number> {
    const known = this.found.get(side) ?? new Map(this.union[side].map((range, i) => [keyOf(range), i]));
    this.found.set(side, known);
    return known;
  }

  private takesEdges(side: Side): boolean {
    return this.asked.places[side].source.takesEdges === true;
  }

  /** What was counted before, where it no longer changes; else it is counted. */
  private async kept(
    plan: TimePlan,
    side: Side,
    shapes: CountedShapes | null,
    count: () => Promise<{ set: DistributionSet; shapes?: CountedShapes }>
  ): Promise<{ set: DistributionSet; shapes?: CountedShapes }> {
    const { baselines, connections, now } = this.context;
    if (!baselines || (side === 'baseline' && this.asked.isStored === true)) {
      return count();
    }
    const { source, selection } = this.asked.places[side];
    const windows = indicesOf(plan, side).map((index) => readRange(plan.windows[index]));
    const place = { connection: connectionName(connections, selection.connection), source };
    const request = this.request(side, windows);
    const own = windows.length > 0 ? await baselineKey(baselines.scope, place, request, now) : null;
    if (own === null) {
      return count();
    }
    let fresh: { set: DistributionSet; shapes?: CountedShapes } | undefined;
    const key = JSON.stringify([
      own,
      'counted',
      shapes === null ? [this.asked.minimumCount] : [...shapes],
      plan.calibration,
    ]);
    const set = await baselines.cache.get(key, async () => {
      fresh = await count();
      return fresh.set;
    });
    return fresh ?? { set };
  }
}

function shapesOfCounted(cells: readonly DistributionCell[]): CountedShapes {
  const shapes = new Map<string, NonNullable<ReturnType<typeof shapeOfCounted>>>();
  for (const { feature, distribution } of cells) {
    const shape = shapes.has(feature) ? null : shapeOfCounted(distribution);
    if (shape !== null) {
      shapes.set(feature, shape);
    }
  }
  return shapes;
}

function indicesOf({ windows }: TimePlan, side: Side): number[] {
  return windows.flatMap((window, i) => (window.side === side ? [i] : []));
}

function keyOf(range: TimeRange | null): string {
  return range === null ? '' : `${range.from} ${range.to}`;
}
