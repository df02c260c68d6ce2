import type { Distribution } from '../../distribution/Distribution';
import { countsOf } from '../../distribution/valueCounts';
import type { CheckName, QualityQuery } from '../../query/qualityQuery';
import type { TimeRange } from '../../query/time';
import type { TypedFeature } from '../../sources/Source';
import { checkBias } from '../../verdict/quality/checkBias';
import { checkRepeats } from '../../verdict/quality/checkRepeats';
import { checkRows, type Slice } from '../../verdict/quality/checkSlices';
import { checkStuckSlices } from '../../verdict/quality/checkStuckSlices';
import { checkArrival } from '../../verdict/quality/checkArrival';
import { ALL_ROWS, type QualityCase } from '../../verdict/quality/decideQuality';
import type { CheckOutcome, FeatureSides } from '../../verdict/quality/Finding';
import type { RowsOfAll } from '../../verdict/quality/RowsOfAll';
import { presentIn } from '../../verdict/quality/shares';
import { DELAY } from '../../verdict/quality/usualDelay';
import type { Segment } from '../cells';
import type { FoundRepeats } from '../rowRepeats';
import { ageOfRows } from './ageOfRows';
import { spelledAlike, spelledLike } from '../../distribution/spelledLike';
import { columnChecks, type ColumnSides } from './columnChecks';
import type { Counted, QualityData, QualityPlaces } from './readSides';
import { isOfBaseline } from './isOfBaseline';
import { rowsOfAll, sumSlices, type Totals, totalsWithin } from './rowsOfAll';
import type { CheckedColumn } from './settleColumns';
import { timeOfDay } from './sliceTimes';

export interface CasesAsked {
  readonly query: QualityQuery;
  readonly data: QualityData;
  readonly columns: readonly CheckedColumn[];
  readonly baseline: QualityPlaces['baseline'];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Rows of all segments together; null where there are none to tell apart. */
  readonly totals: Totals | null;
  /** What repeats in the rows of each window, all segments together. */
  readonly repeated: ReadonlyArray<readonly FoundRepeats[]>;
}

interface CaseSides extends ColumnSides {
  readonly column: CheckedColumn;
  /** Whether the source says on either side that the values are no independent draws. */
  readonly dependent: boolean;
  /** Why the window is not what it seems. */
  readonly undecided?: string;
}

/** Everything to be checked of one segment in one window: its rows as a whole, and each column. */
export function qualityCases(
  { query, data, columns, baseline, now, totals, repeated }: CasesAsked,
  window: number,
  segment: Segment
): QualityCase[] {
  const { before, baselineWindow, isOwn } = pastOf(baseline, window, segment);
  const isSure = ({ feature }: CheckedColumn) =>
    data.current.cells.undecided(window, segment, asked(feature)) === undefined;
  const rows = Math.max(
    0,
    ...columns.filter(isSure).map(({ feature }) => totalOf(data.current, window, segment, asked(feature)))
  );
  const rowsBefore = Math.max(
    0,
    ...columns
      .filter(({ inBaseline }) => inBaseline)
      .map(({ feature }) => data.baseline?.get(baselineWindow, before, asked(feature)).counts.total ?? 0)
  );
  const counted = { data, compared: baseline !== null, isOwn, rows, rowsBefore };
  const sides = columns.map((column) => caseSides(column, counted, { window, segment, baselineWindow, before }));
  const inColumns = columnChecks(sides.filter(({ name }) => name !== DELAY));
  const slices = slicesOf(data.slices, columns, segment, query.timezone).filter(isSureSlice);
  const pastSlices = slicesOf(data.pastSlices, columns, before, query.timezone).filter(isSureSlice).filter(isOwn);
  const inWindow = within(slices, data.current.windows[window]);
  const features = sides
    .filter(({ candidate }) => !candidate)
    .map((one): QualityCase => {
      const others = new Map<CheckName, CheckOutcome>();
      if (one.name === DELAY) {
        others.set('arrival', arrivalOf(one, segment, query));
        return { sides: sidesOf(one, segment, query), others, undecided: one.undecided };
      }
      const ofColumns = inColumns.get(one.name);
      if (ofColumns !== undefined) {
        others.set('columns', ofColumns);
      }
      if (one.type === 'numeric' && slices.length > 0 && !one.column.identifier) {
        others.set('stuck', checkStuckSlices(one.name, inWindow, pastSlices));
      }
      if (query.bias?.prediction === one.name) {
        others.set('bias', biasOf(sides, one, query));
      }
      const bySlice = inWindow.flatMap(({ byFeature }) => byFeature.get(one.name) ?? []);
      return { sides: { ...sidesOf(one, segment, query), slices: bySlice }, others, undecided: one.undecided };
    });
  // Rows are counted by the columns whose windows are what they seem.
  const isUnsure = sides.length > 0 && sides.every(({ undecided }) => undecided !== undefined);
  const ofRows = new Map<CheckName, CheckOutcome>();
  const range = data.current.windows[window];
  const all = totals === null ? null : rowsOfAll(totalsWithin(totals, isOwn), slices, baseline?.whole !== true);
  const order = checkRows(inWindow, pastSlices, rows > 0, all === null ? undefined : { all, window: range });
  const isServed = all !== null && range !== null && isServedByOthers(all, inWindow, range);
  const age = ageOfRows({ query, data, now }, { window, segment, before, isServed, isOwn }, order);
  if (query.checks?.includes('rows') !== false) {
    const checked = [...order.checked, ...checkRepeats(repeated[window])];
    ofRows.set('rows', { ...order, checked });
  }
  if (age !== null) {
    ofRows.set('arrival', age);
  }
  if (ofRows.size === 0) {
    // Rows about which nobody asked would stay undecided for ever.
    return features;
  }
  const table = {
    ...sidesOf(
      { ...sides[0], name: ALL_ROWS, type: 'categorical', current: withoutValues(rows), past: [] },
      segment,
      query
    ),
    baseline: sides[0].baseline,
    expect: {},
  };
  return [
    { sides: table, others: ofRows, isNoColumn: true, ...(isUnsure && { undecided: sides[0].undecided }) },
    ...features,
  ];
}

/** Of the baseline: the segment and window that one is compared with, and whether a past window is one of those. */
function pastOf(baseline: CasesAsked['baseline'], window: number, segment: Segment) {
  const before: Segment = baseline?.whole === true ? {} : segment;
  const baselineWindow = baseline?.side.windowOf[window] ?? 0;
  return { before, baselineWindow, isOwn: baseline === null ? () => false : isOfBaseline(baseline.side, window) };
}

interface CountedRows {
  readonly data: QualityData;
  readonly compared: boolean;
  /** Whether a past window is one that the window is compared with. */
  readonly isOwn: (past: TimeRange) => boolean;
  readonly rows: number;
  readonly rowsBefore: number;
}

interface CasePlace {
  readonly window: number;
  readonly segment: Segment;
  readonly baselineWindow: number;
  /** The segment of the baseline. */
  readonly before: Segment;
}

function caseSides(
  column: CheckedColumn,
  { data, compared, isOwn, rows, rowsBefore }: CountedRows,
  { window, segment, baselineWindow, before }: CasePlace
): CaseSides {
  const feature = asked(column.feature);
  const own = column.inCurrent ? data.current.cells.get(window, segment, feature) : withoutValues(rows);
  const past = data.past.windows.flatMap((one, i) =>
    isOwn(one) && data.past.cells.undecided(i, before, feature) === undefined
      ? [data.past.cells.get(i, before, feature)]
      : []
  );
  const isKnownBefore = data.baseline?.undecided(baselineWindow, before, feature) === undefined;
  const ofBaseline =
    column.inBaseline && isKnownBefore
      ? withValues(data.baseline?.get(baselineWindow, before, feature), rowsBefore)
      : null;
  const known = ofBaseline === null ? null : spelledAlike(ofBaseline);
  return {
    column,
    name: column.feature.name,
    type: column.feature.type,
    // A store that counts what is there has no rows of a column that is not.
    current: own.counts.total === 0 && rows > 0 ? withoutValues(rows) : spelledLike(known, own),
    baseline: known,
    past: known !== null ? past.filter(({ counts }) => counts.total > 0).map((one) => spelledLike(known, one)) : [],
    compared: compared && isKnownBefore,
    candidate: column.candidate,
    dependent:
      data.current.cells.refusal(window, segment, feature) !== undefined ||
      data.baseline?.refusal(baselineWindow, before, feature) !== undefined,
    undecided: column.inCurrent ? data.current.cells.undecided(window, segment, feature) : undefined,
  };
}

function arrivalOf(one: CaseSides, segment: Segment, query: QualityQuery): CheckOutcome {
  const { uncounted } = one.column;
  return uncounted === undefined
    ? checkArrival(sidesOf(one, segment, query), query.arrival ?? {}, query.decision)
    : { checked: [], unchecked: uncounted };
}

function sidesOf(one: CaseSides, segment: Segment, { minimumCount }: QualityQuery): FeatureSides {
  const { name: feature, type, current, baseline, past, column, dependent } = one;
  const { identifier } = column;
  return {
    feature,
    type,
    segment,
    expect: column.feature.expect ?? {},
    current,
    baseline,
    past,
    identifier,
    dependent,
    minimumCount,
  };
}

function biasOf(
  all: readonly ColumnSides[],
  { current, baseline }: ColumnSides,
  { bias, decision, minimumCount }: QualityQuery
): CheckOutcome {
  const label = all.find(({ name }) => name === bias?.label);
  if (label === undefined) {
    return { checked: [], unchecked: `there is no column "${bias?.label}"` };
  }
  const usual = baseline === null || label.baseline === null ? null : { prediction: baseline, label: label.baseline };
  return checkBias({ prediction: current, label: label.current, baseline: usual, minimumCount }, decision);
}

/** As it was asked for: text by value. */
function asked(feature: CheckedColumn['feature']): TypedFeature {
  return feature.type === 'text' ? { ...feature, type: 'categorical' } : feature;
}

function totalOf(counted: Counted<TimeRange | null>, window: number, segment: Segment, feature: TypedFeature): number {
  return counted.cells.get(window, segment, feature).counts.total;
}

/** A column of which none of the baseline's rows has a value is not in it. */
function withValues(distribution: Distribution | undefined, rows: number): Distribution | null {
  const isEmpty = distribution === undefined || (rows > 0 && presentIn(distribution) === 0);
  return isEmpty ? null : distribution;
}

function withoutValues(rows: number): Distribution {
  const counts = countsOf(rows, { missing: rows });
  return { kind: 'categories', counts, byCategory: new Map(), rest: 0, guarantee: 'exact' };
}

function slicesOf(
  { windows, cells }: Counted,
  columns: readonly CheckedColumn[],
  segment: Segment,
  timezone: string
): OwnSlice[] {
  return windows.map((range, i) => {
    const isSure = ({ feature }: CheckedColumn) => cells.undecided(i, segment, asked(feature)) === undefined;
    const sure = columns.filter(isSure);
    const byFeature = new Map(sure.map(({ feature }) => [feature.name, cells.get(i, segment, asked(feature))]));
    const rows = Math.max(0, ...[...byFeature.values()].map(({ counts }) => counts.total));
    const isUnsure = sure.length === 0 && columns.length > 0;
    return { ...range, timeOfDay: timeOfDay(range, timezone), rows, byFeature, isUnsure };
  });
}

interface OwnSlice extends Slice {
  /** Whether no column tells what it really holds. */
  readonly isUnsure: boolean;
}

function isSureSlice({ isUnsure }: OwnSlice): boolean {
  return !isUnsure;
}

/** Whether nothing came in the last of the window's slices, and others have what was to come. */
function isServedByOthers(all: RowsOfAll, slices: readonly Slice[], window: TimeRange): boolean {
  const last = slices.findLastIndex(({ rows }) => rows > 0);
  const tail = slices.slice(last + 1);
  return all.lost(slices.length === 0 ? [window] : tail) === false && (slices.length === 0 || tail.length > 0);
}

/** Rows of all segments together, in slices and windows, beside those of the baseline. */
export function totalsOf(
  { data, columns, query }: Pick<CasesAsked, 'data' | 'columns' | 'query'>,
  segments: readonly Segment[],
  past: readonly Segment[]
): Totals {
  const rowsIn = (counted: Counted<TimeRange | null>, index: number, of: readonly Segment[]) =>
    of.reduce(
      (sum, segment) =>
        sum + Math.max(0, ...columns.map(({ feature }) => totalOf(counted, index, segment, asked(feature)))),
      0
    );
  return {
    slices: sumSlices(segments.map((segment) => slicesOf(data.slices, columns, segment, query.timezone))),
    pastSlices: sumSlices(past.map((segment) => slicesOf(data.pastSlices, columns, segment, query.timezone))),
    windows: data.current.windows.map((range, index) =>
      range === null ? null : { ...range, rows: rowsIn(data.current, index, segments) }
    ),
    past: data.past.windows.map((range, index) => ({ ...range, rows: rowsIn(data.past, index, past) })),
  };
}

function within(slices: readonly Slice[], window: TimeRange | null): Slice[] {
  return window === null ? [] : slices.filter(({ from, to }) => from >= window.from && to <= window.to);
}
