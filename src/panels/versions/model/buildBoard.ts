import type { FrameLike } from '../../../frames/FrameLike';
import { readVersions, type VersionSeries } from '../../../frames/versions/readVersions';
import { judgeVersion, type JudgedRows, readJudged, versionSegment } from './judgeVersion';
import { listWords } from '../../shared/queriesOf';
import { segmentName } from '../../shared/segmentName';
import type { BoardWindow, SegmentTrace, VersionBoard, VersionEntry } from './VersionBoard';

/** Lays the frames of a panel out: versions from its series, what is said of them from its drift and quality tables. */
export function buildBoard(frames: readonly FrameLike[]): VersionBoard | null {
  const series = readVersions(frames);
  const times = series.flatMap((one) => (one.times.length === 0 ? [] : [one.times[0], endOf(one)]));
  if (times.length === 0) {
    return null;
  }
  const [{ feature }] = series;
  const range = { from: Math.min(...times), to: Math.max(...times) };
  const queries = [...new Set(series.map(({ query }) => query))];
  const read = readJudged(frames);
  // Which of several versions a verdict is on, nothing says.
  const judged = queries.length > 1 ? NOT_JUDGED : read;
  const bySegment = new Map<string, VersionSeries[]>();
  for (const one of series) {
    const key = JSON.stringify([one.query, one.segment]);
    bySegment.set(key, [...(bySegment.get(key) ?? []), one]);
  }
  return {
    feature,
    ...range,
    segments: [...bySegment].map(([key, own]) => traceOf(key, own, range, judged, queries.length > 1)),
    versions: orderOf(series),
    notes: versionNotes(queries, read),
  };
}

function traceOf(
  key: string,
  series: readonly VersionSeries[],
  range: { from: number; to: number },
  judged: JudgedRows,
  isOneOfSeveral: boolean
): SegmentTrace {
  const [{ query, segment, feature, isDecided }] = series;
  const label = versionSegment(judged, feature);
  const versions = series.map(({ version, shares, frame }): VersionEntry => {
    const judge = (rows: JudgedRows['drift']) =>
      label === null ? null : judgeVersion(rows, label, version.version, segment);
    const { drift, quality } = judged;
    return { ...version, shares: Array.from(shares), frame, drift: judge(drift), quality: judge(quality) };
  });
  const changes = series.flatMap((one) => one.changes).sort((a, b) => a.time - b.time);
  const name = [...(isOneOfSeveral ? [query] : []), segmentName(segment)].filter(Boolean).join(', ');
  return { key, name, segment, windows: windowsOf(series[0], range), versions, changes, isDecided };
}

const NOT_JUDGED: JudgedRows = { drift: [], quality: [] };

function versionNotes(queries: readonly string[], { drift, quality }: JudgedRows): string[] {
  return queries.length > 1 && drift.length + quality.length > 0
    ? [
        `Queries ${listWords(queries)} both have versions, so that drift and quality belong to neither for sure and aren't shown. Use a panel for each.`,
      ]
    : [];
}

function windowsOf(series: VersionSeries, { from, to }: { from: number; to: number }): BoardWindow[] {
  const place = (time: number) => (to > from ? (time - from) / (to - from) : 0);
  return Array.from(series.times, (start, index) => {
    const end = series.times[index + 1] ?? endOf(series);
    return { start, end, left: place(start), right: place(end) };
  });
}

function endOf({ times, end }: VersionSeries): number {
  return end ?? times[times.length - 1];
}

/** By first call, then by name as people sort numbers: a version keeps its place when another one takes over. */
function orderOf(series: readonly VersionSeries[]): string[] {
  const first = new Map<string, number>();
  for (const { version } of series) {
    first.set(version.version, Math.min(version.firstSeen, first.get(version.version) ?? Infinity));
  }
  return [...first]
    .sort(([a, since], [b, other]) => since - other || a.localeCompare(b, 'en', { numeric: true }))
    .map(([version]) => version);
}
