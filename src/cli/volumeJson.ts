import { noticeText, type VolumeResult } from '../evaluate/Result';
import { volumeRows } from '../frames/volume/volumeRows';
import { volumeSegmentColumn } from '../frames/volume/volumeSegments';

type Json = Record<string, unknown>;

/** A volume result as one object: an element of `results` for each row, with the volume table's columns as keys. */
export function volumeJson(result: VolumeResult): Json {
  const { queryHash, baseline, notices } = result;
  const results = volumeRows(result).map(({ time, time_end, segment, ...row }) => ({
    time: new Date(time).toISOString(),
    time_end: new Date(time_end).toISOString(),
    ...Object.fromEntries(Object.entries(segment).map(([name, value]) => [volumeSegmentColumn(name), value])),
    ...row,
  }));
  return { results, baseline, query_hash: queryHash, notices: notices.map(noticeText) };
}
