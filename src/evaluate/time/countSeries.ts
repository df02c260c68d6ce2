import { isAbout } from '../../query/marks/mark';
import { binsOf, type CountedShape } from '../../distribution/counted/CountedShape';
import { countOn } from '../../distribution/counted/countOn';
import { numberOfValues } from '../../distribution/numberOfValues';
import type { CountedSeries } from '../../statistics/time/CountedSeries';
import { edgeWidths } from '../../statistics/time/edgeWidths';
import type { DistributionCell, TypedFeature } from '../../sources/Source';
import type { TimedFeature } from '../../verdict/time/TimedFeature';
import { Cells, type Segment, segmentsOf } from '../cells';
import type { Exclusion } from '../exclusions/Exclusions';
import type { CountedSet } from './CountedReader';
import type { FeatureSeries } from './FeatureSeries';
import { isGeneral, markOver } from './marksOver';
import type { TimePlan } from './TimePlan';

interface SeriesAsked {
  readonly features: readonly TypedFeature[];
  /** Whether the baseline tells no segments apart: each segment is then held against all of it. */
  readonly wholeBaseline: boolean;
  /** Whether rows are counted, so that it is known which of them have no value. */
  readonly countsRows: boolean;
  readonly refusals: ReadonlyMap<string, string>;
}

/** The counts of a plan's windows, by segment and feature. */
export function countSeries(plan: TimePlan, set: CountedSet, asked: SeriesAsked): FeatureSeries[] {
  const cells = new Cells(set);
  const isCurrent = ({ window }: DistributionCell) => plan.windows[window].side === 'current';
  const segments = segmentsOf([asked.wholeBaseline ? set.cells.filter(isCurrent) : set.cells]);
  const withEarlier = new Set(earlierYearsIn(plan, set).keys());
  return segments.flatMap((segment) =>
    asked.features.map((feature): FeatureSeries => {
      const excludedBy = exclusionsOf(plan, withEarlier, { feature: feature.name, segment });
      const own = plan.windows.map(({ side }, window) =>
        excludedBy[window] === undefined ? cells.find(window, sideSegment(segment, side, asked), feature) : undefined
      );
      return { timed: timedFeature(feature, segment, own, plan, set, asked), cells: own, excludedBy };
    })
  );
}

/** Of judged windows on a holiday those of earlier years that have rows. */
export function earlierYearsIn({ earlierYears = new Map() }: TimePlan, { cells }: CountedSet): Map<number, number[]> {
  const stored = new Set(cells.flatMap(({ window, distribution }) => (distribution.counts.total > 0 ? [window] : [])));
  return new Map(
    [...earlierYears].flatMap(([window, years]: readonly [number, readonly number[]]) => {
      const found = years.filter((year) => stored.has(year));
      return found.length === 0 ? [] : [[window, found] as const];
    })
  );
}

/** Why a feature's windows take part nowhere. A holiday that is stored of earlier years is judged against those. */
function exclusionsOf(
  { windows, marks }: TimePlan,
  withEarlier: ReadonlySet<number>,
  asked: { readonly feature: string; readonly segment: Segment }
): Array<Exclusion | undefined> {
  const own = marks.filter((mark) => !isGeneral(mark) && isAbout(mark, asked));
  return windows.map(({ range, exclusion, isEarlierYear }, window) => {
    const general = exclusion?.holiday !== undefined && withEarlier.has(window) ? undefined : exclusion;
    return general ?? (isEarlierYear === true ? undefined : markOver(range, own));
  });
}

function sideSegment(segment: Segment, side: 'baseline' | 'current', { wholeBaseline }: SeriesAsked): Segment {
  return wholeBaseline && side === 'baseline' ? {} : segment;
}

type WindowCells = ReadonlyArray<DistributionCell | undefined>;

function timedFeature(
  { name, type }: TypedFeature,
  segment: Segment,
  cells: WindowCells,
  plan: TimePlan,
  { shapes }: CountedSet,
  { refusals, countsRows }: SeriesAsked
): TimedFeature {
  const shape = shapes.get(name);
  const refusal = refusals.get(name) ?? cells.find((cell) => cell?.unreadable)?.unreadable;
  const named = { feature: name, type, segment, guarantee: guaranteeOf(cells) };
  if (refusal !== undefined) {
    return { ...named, values: null, missing: null, bins: null, refusal };
  }
  const missing = countsRows ? missingOf(cells) : null;
  return shape === undefined
    ? { ...named, ...newcomer(cells, type), missing }
    : { ...named, ...valuesOf(cells, shape, plan), missing };
}

/** Bounds of what a store extrapolates are not certain. */
function guaranteeOf(cells: WindowCells): TimedFeature['guarantee'] {
  const isApproximate = cells.some(
    (cell) => cell !== undefined && 'guarantee' in cell.distribution && cell.distribution.guarantee === 'approximate'
  );
  return isApproximate ? 'approximate' : 'exact';
}

/** Of a feature without values in the calibration it is known only where there are some. */
function newcomer(cells: WindowCells, type: TypedFeature['type']): Pick<TimedFeature, 'values' | 'bins'> {
  const bins = 2;
  const counts = new Float64Array(cells.length * bins);
  const present = new Uint8Array(cells.length);
  cells.forEach((cell, window) => {
    const size = cell === undefined || cell.undecided !== undefined ? 0 : numberOfValues(cell.distribution);
    counts[window * bins] = size;
    present[window] = size > 0 ? 1 : 0;
  });
  if (type === 'categorical' || type === 'boolean') {
    return { values: { kind: 'categories', bins, counts, present }, bins: { kind: 'categories', categories: [] } };
  }
  const edges = Float64Array.of(0);
  const scale = edgeWidths(edges, new Float64Array(bins));
  return {
    values: { kind: 'values', bins, counts, present, widths: scale.widths },
    bins: { kind: 'edges', edges, closed: 'left', scale },
  };
}

function valuesOf(
  cells: WindowCells,
  shape: CountedShape,
  { calibration }: TimePlan
): Pick<TimedFeature, 'values' | 'bins'> {
  const bins = binsOf(shape);
  const counts = new Float64Array(cells.length * bins);
  const present = new Uint8Array(cells.length);
  cells.forEach((cell, window) => {
    const own = cell === undefined || cell.undecided !== undefined ? null : countOn(cell.distribution, shape);
    if (own?.some((count) => count > 0) === true) {
      counts.set(own, window * bins);
      present[window] = 1;
    }
  });
  if (shape.kind === 'categories') {
    return { values: { kind: 'categories', bins, counts, present }, bins: shape };
  }
  const pooled = new Float64Array(bins);
  for (const window of calibration) {
    for (let bin = 0; bin < bins; bin++) {
      pooled[bin] += counts[window * bins + bin];
    }
  }
  const scale = edgeWidths(shape.edges, pooled);
  return { values: { kind: 'values', bins, counts, present, widths: scale.widths }, bins: { ...shape, scale } };
}

function missingOf(cells: WindowCells): CountedSeries {
  const counts = new Float64Array(cells.length * 2);
  const present = new Uint8Array(cells.length);
  cells.forEach((cell, window) => {
    if (cell !== undefined && cell.undecided === undefined && cell.distribution.counts.total > 0) {
      const { total, missing, nan } = cell.distribution.counts;
      counts[2 * window] = total - missing - nan;
      counts[2 * window + 1] = missing + nan;
      present[window] = 1;
    }
  });
  return { kind: 'missing', bins: 2, counts, present };
}
