import { type ChangeResult, noticeText } from '../evaluate/Result';
import { changeRows } from '../frames/change/changeRows';
import { changeSegmentColumn } from '../frames/change/changeSegments';

type Json = Record<string, unknown>;

/** A result of the kind `change` as one object: an element of `results` for each row, with the table's columns as keys. */
export function changeJson(result: ChangeResult): Json {
  const { queryHash, baseline, notices } = result;
  const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString());
  const results = changeRows(result).map(({ time, time_end, earliest, latest, segment, ...row }) => ({
    ...{ time: iso(time), time_end: iso(time_end), earliest: iso(earliest), latest: iso(latest) },
    ...Object.fromEntries(Object.entries(segment).map(([name, value]) => [changeSegmentColumn(name), value])),
    ...row,
  }));
  return { results, baseline, query_hash: queryHash, notices: notices.map(noticeText) };
}
