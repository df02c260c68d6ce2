import { noticeText, type VersionsResult } from '../evaluate/Result';
import { versionSegmentColumn } from '../frames/versions/versionNames';
import { versionRows } from '../frames/versions/versionRows';
import { isoTime } from './isoTime';

type Json = Record<string, unknown>;

/** A version result as one object: an element of `results` for each version and segment, and the `changes` by time. */
export function versionsJson(result: VersionsResult): Json {
  const { queryHash, notices, traces } = result;
  const results = versionRows(result).map(({ segment, first_seen, active_since, last_seen, ...row }) => ({
    ...segmentJson(segment),
    ...row,
    first_seen: isoTime(first_seen),
    active_since: isoTime(active_since),
    last_seen: isoTime(last_seen),
  }));
  const changes = traces.flatMap(({ segment, changes: all }) =>
    all.map(({ time, noticed, ...change }) => ({
      ...segmentJson(segment),
      ...change,
      time: isoTime(time),
      noticed: isoTime(noticed),
    }))
  );
  return { results, changes, query_hash: queryHash, notices: notices.map(noticeText) };
}

function segmentJson(segment: Readonly<Record<string, string>>): Json {
  return Object.fromEntries(Object.entries(segment).map(([name, value]) => [versionSegmentColumn(name), value]));
}
