import type { FrameLike } from '../../../frames/FrameLike';
import { describeConceptDrift } from '../../../frames/performance/describeConceptDrift';
import { readPerformance, type PerformanceTable } from '../../../frames/performance/readPerformance';
import { segmentName } from '../../shared/segmentName';
import { fairnessNote } from './fairness';
import { metricWords } from './metricWords';
import type { PerformanceBoard, Point, Track } from './PerformanceBoard';

/**
 * The performance tables among the frames as tracks over one axis of time; null where there is no row. `onlyDeciding`
 * leaves out metrics that never raise an alarm, unless there are no others.
 */
export function buildBoard(frames: readonly FrameLike[], onlyDeciding = false): PerformanceBoard | null {
  const tables = readPerformance(frames).filter(({ rows }) => rows.length > 0);
  if (tables.length === 0) {
    return null;
  }
  const range = rangeOf(tables);
  const severalQueries = new Set(tables.map(({ query }) => query)).size > 1;
  const all = tables.flatMap((table) => tracksOf(table, range, severalQueries));
  const deciding = all.filter(({ isDeciding }) => isDeciding);
  const tracks = onlyDeciding && deciding.length > 0 ? deciding : all;
  const asOf = tables.map(({ meta }) => meta.asOf).find(Number.isFinite) ?? null;
  return {
    tracks: tracks.toSorted(compareTracks),
    ...range,
    details: tables.flatMap(({ meta, query }) => meta.details.map((details) => ({ ...details, query }))),
    comparisons: tables.flatMap(({ meta, query }) => meta.comparisons.map((one) => ({ ...one, query }))),
    budgets: tables.flatMap(({ meta, query }) => meta.budgets.map((one) => ({ ...one, query }))),
    fairness: tables.flatMap(({ meta, query }) => meta.fairness.map((one) => ({ ...one, query }))),
    explanations: tables.flatMap(({ meta, query }) =>
      meta.explanations.flatMap(({ metric, reason }) => (reason === '' ? [] : [{ query, metric, reason }]))
    ),
    notes: [
      ...tables.flatMap(({ meta }) => meta.conceptDrift.filter(({ severity }) => severity > 0).map(noteOf)),
      ...tables.map(({ meta }) => fairnessNote(meta.fairness)).filter((note) => note !== ''),
    ],
    delays: tables.flatMap(({ meta, query }) => (meta.delays === null ? [] : [{ ...meta.delays, query }])),
    baselines: [
      ...new Set(tables.flatMap(({ meta }) => (meta.baseline.description === '' ? [] : [meta.baseline.description]))),
    ],
    asOf,
  };
}

function noteOf(drift: PerformanceTable['meta']['conceptDrift'][number]): string {
  return [segmentName(drift.segment), describeConceptDrift(drift)].filter(Boolean).join(': ');
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function rangeOf(tables: readonly PerformanceTable[]): Range {
  let [from, to] = [Infinity, -Infinity];
  for (const { time, time_end } of tables.flatMap(({ rows }) => rows)) {
    from = Math.min(from, time ?? Infinity);
    to = Math.max(to, time_end ?? time ?? -Infinity);
  }
  return from <= to ? { from, to } : { from: 0, to: 0 };
}

function tracksOf({ rows, query, frame }: PerformanceTable, range: Range, severalQueries: boolean): Track[] {
  const groups = new Map<string, Point[]>();
  rows.forEach((row, index) => {
    const key = JSON.stringify([query, row.metric, row.of_class, row.segment]);
    const point = { row, origin: { frame, row: index }, ...placeOf(row.time, row.time_end, range) };
    groups.set(key, [...(groups.get(key) ?? []), point]);
  });
  return [...groups].map(([key, points]) => trackOf(key, points, severalQueries ? query : '', query));
}

function placeOf(start: number | null, end: number | null, { from, to }: Range) {
  const place = (time: number) => (to > from ? (time - from) / (to - from) : 0);
  return start === null
    ? { start, end, left: 0, right: 1 }
    : { start, end: end ?? start, left: place(start), right: end === null ? 1 : place(end) };
}

function trackOf(key: string, unsorted: readonly Point[], shownQuery: string, query: string): Track {
  const points = unsorted.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0));
  const { metric, of_class, segment } = points[0].row;
  const last = points.findLastIndex(({ row }) => row.mature_at === null);
  const newest = points.at(last) ?? points[points.length - 1];
  const label = metricWords(metric).label;
  return {
    ...{ key, metric, query, segment, points, newest },
    name: of_class === null ? label : `${label} (${of_class})`,
    where: [shownQuery, segmentName(segment)].filter(Boolean).join(', '),
    since: sinceOf(points, points.indexOf(newest)),
    pending: last < 0 ? points.length : points.length - 1 - last,
    isDeciding: points.some(({ row }) => row.gates || row.objective !== null),
  };
}

function sinceOf(points: readonly Point[], newest: number): number | null {
  let first = newest;
  while (first >= 0 && points[first].row.severity === 2) {
    first -= 1;
  }
  return first === newest ? null : points[first + 1].start;
}

/** Worse first, then metrics that may raise an alarm; otherwise as the back end has them. */
function compareTracks(a: Track, b: Track): number {
  return (b.newest.row.severity ?? -1) - (a.newest.row.severity ?? -1) || Number(b.isDeciding) - Number(a.isDeciding);
}
