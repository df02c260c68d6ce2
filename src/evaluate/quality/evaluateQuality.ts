import type { QualityQuery } from '../../query/qualityQuery';
import { decideQuality } from '../../verdict/quality/decideQuality';
import { summariesOf } from '../../verdict/quality/summaries';
import { matching } from '../../sources/blocking';
import { distinctNotices, warning } from '../../sources/Notice';
import type { RuleSet } from '../../sources/Rules';
import { NoScripts } from '../../sources/NoScripts';
import type { RequestOptions } from '../../sources/Source';
import { segmentsOf } from '../cells';
import { sourceOf } from '../connections';
import type { EvaluateContext } from '../EvaluateContext';
import { hullOf, noticesOf, provenance, tellsNoSegments } from '../evaluateComparison';
import { openBaseline } from '../openBaseline';
import { withOwnTime } from '../ownTime';
import { queryHash } from '../queryHash';
import { absenceOfRows, requireRows } from '../requireRows';
import type { Provenance, QualityResult } from '../Result';
import { rowRepeats } from '../rowRepeats';
import type { Place } from '../settleFeatures';
import { currentWindows } from '../windows/currentWindows';
import { type CasesAsked, qualityCases, totalsOf } from './qualityCases';
import { ruleCases } from './ruleCases';
import { readRules } from './readRules';
import { readTimeLimits, type TimeColumns } from './readTimeLimits';
import { timeCases } from './timeCases';
import { type QualityData, type QualityPlaces, readSides } from './readSides';
import { type CheckedColumn, fieldOf, settleColumns } from './settleColumns';
import { sinceWhen } from './sinceWhen';

const NO_BASELINE: Provenance = { kind: 'none', description: 'expectations alone', facts: {} };

/** Checks each window of the current data against expectations and the baseline. Throws a BadQuery or a SourceError. */
export async function evaluateQuality(asked: QualityQuery, context: EvaluateContext): Promise<QualityResult> {
  const query = withOwnTime(asked, context.connections);
  const options = { signal: context.signal };
  const places = await placesOf(query, context);
  const { current, windows, baseline } = places;
  const ranges = { baseline: hullOf(baseline?.side.windows ?? []), current: hullOf(windows) };
  const rules = await readRules(query, current, windows, options);
  const judgeColumns = async (renamed: readonly string[]) => {
    const settled = await settleColumns(query, current, baseline?.place ?? null, ranges, { ...options, renamed });
    const { columns, data } = await readCountable(query, places, settled.columns, context);
    const times = await readTimeLimits(query, settled.times, current, windows, { ...options, now: context.now });
    const repeated = await repeatedIn(query, places, columns, data, options);
    const found = { columns, data: { ...data, rules, times }, repeated };
    return { settled, data, times, verdicts: judge(query, places, found, context) };
  };
  const first = await judgeColumns([]);
  const vanished = baseline === null || (query.current.features ?? []).length === 0 ? [] : vanishedIn(first.verdicts);
  const { settled, data, times, verdicts } = vanished.length > 0 ? await judgeColumns(vanished) : first;
  if (baseline !== null && data.baseline !== null) {
    await requireRows('baseline', data.baseline, baseline.place, baseline.side.windows, options);
  }
  const absent =
    data.current.cells.rows + rules.cells.length + times.set.cells.length > 0
      ? []
      : [warning(await absenceOfRows(current, windows, options))];
  return {
    kind: 'quality',
    queryHash: queryHash(asked),
    warned: data.warned || rules.warned === true || times.set.warned === true,
    baseline: provenanceOf(query, baseline, data),
    notices: distinctNotices([
      ...settled.notices,
      ...(baseline === null ? [] : noticesOf(baseline.side, baseline.whole)),
      ...absent,
      ...data.notices,
      ...rules.notices,
      ...times.set.notices,
      ...(current.source.unseen ?? []),
    ]),
    verdicts,
    ...(rules.refused.size > 0 && { refusedRules: rules.refused }),
  };
}

/** A store that computes nothing of documents still tells all but how late they came. */
async function readCountable(
  query: QualityQuery,
  places: QualityPlaces,
  columns: readonly CheckedColumn[],
  context: EvaluateContext
): Promise<{ readonly columns: readonly CheckedColumn[]; readonly data: QualityData }> {
  try {
    return { columns, data: await readSides(query, places, columns, context) };
  } catch (error) {
    if (!(error instanceof NoScripts)) {
      throw error;
    }
    const others = columns.map((column) => withoutScripts(column, error.message));
    return { columns: others, data: await readSides(query, places, others, context) };
  }
}

/** Rows that repeat far more than in the baseline, where they are compared with one. */
async function repeatedIn(
  { checks }: QualityQuery,
  { current, windows, baseline }: QualityPlaces,
  columns: readonly CheckedColumn[],
  data: QualityData,
  options: RequestOptions
): Promise<CasesAsked['repeated']> {
  if (baseline === null || data.baseline === null || checks?.includes('rows') === false) {
    return [];
  }
  const both = columns.filter(
    ({ inBaseline, inCurrent, candidate, feature }) =>
      inBaseline && inCurrent && !candidate && feature.since === undefined
  );
  const features = both.filter(({ identifier }) => !identifier).map(({ feature }) => feature);
  const keys = both.filter(({ identifier }) => identifier).map(({ feature }) => fieldOf(feature));
  const rows = [data.baseline.rows, data.current.cells.rows] as const;
  const { place, side } = baseline;
  return rowRepeats({ baseline: place, side, current, windows, features, keys, rows }, options);
}

function withoutScripts(column: CheckedColumn, uncounted: string): CheckedColumn {
  return column.feature.since === undefined ? column : { ...column, inBaseline: false, inCurrent: false, uncounted };
}

/** Features that are gone: only then other columns are looked at that may be called so now. */
function vanishedIn(verdicts: QualityResult['verdicts']): string[] {
  const isVanished = ({ code }: { readonly code: string }) => code === 'column_vanished';
  const gone = verdicts.filter(({ findings }) => findings.some(isVanished));
  return [...new Set(gone.map(({ comparison }) => comparison.feature))];
}

async function placesOf(query: QualityQuery, context: EvaluateContext): Promise<QualityPlaces> {
  const { range, now, connections, access, signal } = context;
  const current: Place = { source: sourceOf(connections, query.current.connection, access), selection: query.current };
  const needsBounds = range === null && query.window !== 'range';
  const bounds = needsBounds ? await current.source.timeBounds(query.current, { signal }) : null;
  const windows = currentWindows(query, range, now, bounds);
  if (query.baseline === undefined) {
    return { current, windows, baseline: null };
  }
  const { side, place } = await openBaseline({ ...query, baseline: query.baseline }, windows, context);
  const whole = await tellsNoSegments(query.segmentBy, side, place, { signal });
  return {
    current,
    windows,
    baseline: { place, side: { ...side, minimumCoverage: query.minimumCoverage }, whole },
  };
}

/** What is judged. */
interface Judged extends Pick<CasesAsked, 'columns' | 'repeated'> {
  readonly data: QualityData & { readonly rules: RuleSet; readonly times: TimeColumns };
}

function judge(
  query: QualityQuery,
  { windows, baseline }: QualityPlaces,
  { columns, data, repeated }: Judged,
  { signal, now }: EvaluateContext
): QualityResult['verdicts'] {
  const ofBaseline = baseline?.whole === true ? [] : (data.baseline?.set.cells ?? []);
  const segments = segmentsOf([ofBaseline, data.current.cells.set.cells, data.rules.cells, data.times.set.cells]);
  const past = baseline?.whole === true ? [{}] : segments;
  const totals = query.segmentBy.length === 0 ? null : totalsOf({ data, columns, query }, segments, past);
  const hasPatterns = query.current.features?.some(({ expect }) => expect?.pattern !== undefined) ?? false;
  const verdicts = windows.flatMap((window, index) => {
    signal?.throwIfAborted();
    const cases = segments.flatMap((segment) => [
      // Of rules and times alone nothing else is counted.
      ...(columns.length === 0
        ? []
        : qualityCases({ query, data, columns, baseline, now, totals, repeated }, index, segment)),
      ...ruleCases(query, data.rules, index, segment),
      ...timeCases(data.times, query, index, segment),
    ]);
    const side = baseline?.side;
    const baselineWindow = side === undefined ? null : side.windows[side.windowOf[index]];
    const decide = () => decideQuality(cases, query.decision, query.checks);
    return (hasPatterns ? matching(decide) : decide()).map((verdict) => ({
      ...verdict,
      window,
      baselineWindow,
      summaries: summariesOf(verdict.comparison),
    }));
  });
  return sinceWhen(verdicts);
}

function provenanceOf(query: QualityQuery, baseline: QualityPlaces['baseline'], data: QualityData): Provenance {
  return query.baseline === undefined || baseline === null || data.baseline === null
    ? NO_BASELINE
    : provenance({ ...query, baseline: query.baseline }, baseline.side, data.baseline);
}
