import { noticeText, type QualityResult } from '../evaluate/Result';
import { LEADING_QUALITY, TRAILING_QUALITY } from '../frames/quality/qualityColumns';
import { qualityRows } from '../frames/quality/qualityRows';
import type { QualityRow } from '../frames/quality/QualityRow';
import { segmentColumn } from '../frames/segmentColumn';
import { isoTime } from './isoTime';

type Json = Record<string, unknown>;

/**
 * Checks as one object: an element of `results` for each finding, and one for each feature in which nothing was found, with
 * the quality table's columns as keys; `facts` is an object. Windows and segments are named where `segmentBy` is given.
 */
export function qualityJson(result: QualityResult, segmentBy: readonly string[] | null): Json {
  const { queryHash, baseline, notices } = result;
  const results = qualityRows(result, true).map((row) => rowJson(row, segmentBy));
  return { results, baseline, query_hash: queryHash, notices: notices.map(noticeText) };
}

function rowJson(row: QualityRow, segmentBy: readonly string[] | null): Json {
  const json: Json = {};
  for (const { name } of LEADING_QUALITY.filter(({ kind }) => segmentBy !== null || kind !== 'time')) {
    json[name] = name === 'time' || name === 'time_end' ? isoTime(row[name]) : row[name];
  }
  for (const name of segmentBy ?? []) {
    json[segmentColumn(name)] = row.segment[name] ?? null;
  }
  for (const { name } of TRAILING_QUALITY) {
    json[name] = row[name];
  }
  return { ...json, found_since: isoTime(row.found_since), facts: row.facts === null ? null : JSON.parse(row.facts) };
}
