import { nextDouble } from '../../distribution/nextDouble';
import { DELAY } from '../../verdict/quality/usualDelay';
import { type Expectation, numberLimits } from '../../query/expectation';
import type { QualityQuery } from '../../query/qualityQuery';
import type { TimeRange } from '../../query/time';
import { distinctNotices, type Notice } from '../../sources/Notice';
import type { DistributionRequest, RequestOptions, Source, TypedFeature } from '../../sources/Source';
import { SourceError } from '../../sources/SourceError';
import type { BaselineSide } from '../baselineOf';
import { Cells } from '../cells';
import type { EvaluateContext } from '../EvaluateContext';
import { execute, readBaseline } from '../evaluateComparison';
import { frozenShapes } from '../frozenShapes';
import type { Place } from '../settleFeatures';
import { writtenIn } from '../writtenIn';
import { cutDelay, delayCuts, ofTime } from './delayCuts';
import { coarseShapes } from './coarseShapes';
import { type Newest, type NewestRows, readNewest } from './readNewest';
import type { CheckedColumn } from './settleColumns';
import { pastWindows, sliceTimes } from './sliceTimes';

/** Windows and what was counted in them. */
export interface Counted<Window extends TimeRange | null = TimeRange> {
  readonly windows: readonly Window[];
  readonly cells: Cells;
}

/** All that the checks of a query are made from. */
export interface QualityData {
  readonly current: Counted<TimeRange | null>;
  /** Null without a baseline. */
  readonly baseline: Cells | null;
  /** The baseline in windows as long as the current ones. */
  readonly past: Counted;
  readonly slices: Counted;
  readonly pastSlices: Counted;
  /** Null where the place does not tell when a row was made. */
  readonly newest: {
    readonly current: Newest;
    readonly ahead: NewestRows['ahead'];
    readonly past: Newest | null;
  } | null;
  readonly notices: readonly Notice[];
  /** A store warned that its answer is not everything. */
  readonly warned: boolean;
}

export interface QualityPlaces {
  readonly current: Place;
  readonly windows: ReadonlyArray<TimeRange | null>;
  readonly baseline: { readonly place: Place; readonly side: BaselineSide; readonly whole: boolean } | null;
}

const NOTHING = new Cells({ cells: [], notices: [] });

/** Has the sources count: each side as a whole, the baseline in windows like the current ones, and both in slices. */
export async function readSides(
  query: QualityQuery,
  { current, windows, baseline }: QualityPlaces,
  columns: readonly CheckedColumn[],
  context: EvaluateContext
): Promise<QualityData> {
  const { segmentBy } = query;
  const options = { signal: context.signal };
  const before = columns
    .filter(({ inBaseline }) => inBaseline)
    .map((column) => ofTime(countable(column), baseline?.place));
  const after = columns.filter(({ inCurrent }) => inCurrent).map(countable);
  const ofBaseline = async (
    times: ReadonlyArray<TimeRange | null>,
    wanted: (features: readonly TypedFeature[]) => readonly TypedFeature[],
    frozen?: DistributionRequest['frozen']
  ) => {
    if (baseline === null || times.length === 0 || before.length === 0) {
      return NOTHING;
    }
    const side = { ...baseline.side, windows: times, parts: undefined };
    return readBaseline(baseline.place, wanted(before), side, baseline.whole ? [] : segmentBy, context, frozen);
  };
  const ofCurrent = async (
    times: ReadonlyArray<TimeRange | null>,
    wanted: (features: readonly TypedFeature[]) => readonly TypedFeature[],
    frozen?: DistributionRequest['frozen']
  ) => {
    const features = writtenIn(current.selection, wanted(after));
    const { minimumCoverage } = query;
    const request = { selection: current.selection, features, windows: times, segmentBy, frozen, minimumCoverage };
    return times.length === 0 || features.length === 0
      ? NOTHING
      : execute(current.source, request, options).then(cellsOf, emptyIfAbsent);
  };
  const whole =
    baseline === null || before.length === 0
      ? null
      : await readBaseline(baseline.place, before, baseline.side, baseline.whole ? [] : segmentBy, context);
  const frozen = whole !== null && current.source.takesEdges === true ? categoriesAlone(whole) : undefined;
  const baselineTimes = baseline === null ? [] : (baseline.side.parts?.windows ?? baseline.side.windows);
  const earlier = several(pastWindows(windows, baselineTimes, query));
  const slices = sliceTimes(windows, query) ?? [];
  const earlierSlices = slices.length === 0 ? [] : (sliceTimes(baselineTimes, query) ?? []);
  const coarse = whole === null ? undefined : shapesOfSlices(whole, [baseline?.place.source, current.source]);
  const cuts = delayCuts(whole, query.arrival);
  const withCuts = (features: readonly TypedFeature[]) => features.map((one) => cutDelay(one, cuts));
  // A slice is too short to tell how late its rows are.
  const ofSlices = (features: readonly TypedFeature[]) => withoutReading(features.filter(({ name }) => name !== DELAY));
  // Documents are read for what is judged and for what it is judged by, not once more for each past window.
  const ofPast = (features: readonly TypedFeature[]) => withoutReading(withCuts(features));
  const [now, past, nowSlices, pastSlices, newest] = await Promise.all([
    ofCurrent(windows, withCuts, frozen),
    ofBaseline(earlier, ofPast),
    ofCurrent(slices, ofSlices, coarse),
    ofBaseline(earlierSlices, ofSlices, coarse),
    newestRows(query, { current, windows, baseline }, earlier, { ...options, now: context.now }),
  ]);
  return {
    current: { windows, cells: now },
    baseline: whole,
    past: { windows: earlier, cells: past },
    slices: { windows: slices, cells: nowSlices },
    pastSlices: { windows: earlierSlices, cells: pastSlices },
    newest,
    notices: distinctNotices([
      ...[whole, now, past, nowSlices, pastSlices].flatMap((one) => one?.set.notices ?? []),
      ...leftOut(whole),
    ]),
    warned: [whole, now, past, nowSlices, pastSlices].some((one) => one?.set.warned === true),
  };
}

/** Of which features the baseline is not what it seems: their checks do without it. */
function leftOut(whole: Cells | null): string[] {
  const reasons = new Map<string, string>();
  whole?.set.cells.forEach(({ feature, undecided }) => undecided !== undefined && reasons.set(feature, undecided));
  return [...reasons].map(([feature, reason]) => `${feature}: the baseline is left out. ${reason}`);
}

/** When the newest rows were made, of the windows and of past ones; nothing where nobody asks how old they are. */
async function newestRows(
  { checks, segmentBy }: QualityQuery,
  { current, windows, baseline }: QualityPlaces,
  earlier: readonly TimeRange[],
  options: RequestOptions & { readonly now: number }
): Promise<QualityData['newest']> {
  if (checks?.includes('arrival') === false) {
    return null;
  }
  const [now, past] = await Promise.all([
    readNewest(current, windows, segmentBy, options),
    baseline === null ? null : readNewest(baseline.place, earlier, baseline.whole ? [] : segmentBy, options),
  ]);
  return now === null ? null : { current: now.newest, ahead: now.ahead, past: past?.newest ?? null };
}

/** Text is counted by value, as categories are: its forms and its words are found in them. */
function countable({ feature }: CheckedColumn): TypedFeature {
  const { expect, ...spec } = feature;
  const isText = feature.type === 'text';
  const type = isText ? 'categorical' : feature.type;
  return {
    ...spec,
    type,
    tolerant: true,
    ...(isText && { texts: 'read' }),
    ...(type === 'numeric' && limitsOf(expect)),
  };
}

function withoutReading(features: readonly TypedFeature[]): TypedFeature[] {
  return features.map((one) => (one.texts === undefined ? one : { ...one, texts: 'skip' }));
}

/** Both limits belong to the range: the upper one is counted below the next number. */
function limitsOf(expect: Expectation = {}): { readonly cuts?: readonly number[] } {
  const { min, max } = numberLimits(expect);
  const cuts = [...(min === undefined ? [] : [min]), ...(max === undefined ? [] : [nextDouble(max)])];
  return cuts.length === 0 ? {} : { cuts };
}

/** Edges are placed anew on each side: those of the baseline tell nothing of values in another unit. */
function categoriesAlone(cells: Cells): DistributionRequest['frozen'] {
  return new Map([...frozenShapes(cells.set)].filter(([, { kind }]) => kind === 'categories'));
}

/** The baseline as one window says nothing that it does not say as a whole. */
function several(windows: TimeRange[]): TimeRange[] {
  return windows.length > 1 ? windows : [];
}

function shapesOfSlices(whole: Cells, sources: ReadonlyArray<Source | undefined>): DistributionRequest['frozen'] {
  return sources.every((source) => source?.takesEdges === true) ? coarseShapes(frozenShapes(whole.set)) : undefined;
}

function cellsOf(set: ConstructorParameters<typeof Cells>[0]): Cells {
  return new Cells(set);
}

/** That no series is there is what is to be found, no failure. */
function emptyIfAbsent(error: unknown): Cells {
  if (error instanceof SourceError && error.options.status === 404 && error.options.side === 'downstream') {
    return new Cells({ cells: [], notices: [error.message] });
  }
  throw error;
}
