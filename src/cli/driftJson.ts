import { type DriftResult, noticeText } from '../evaluate/Result';
import { type DriftColumnName, LEADING_COLUMNS, TRAILING_COLUMNS } from '../frames/drift/driftColumns';
import { driftRows, isOverTime } from '../frames/drift/driftRows';
import type { DriftRow } from '../frames/drift/DriftRow';
import { segmentColumn } from '../frames/segmentColumn';
import { isoTime } from './isoTime';

type Json = Record<string, unknown>;

/**
 * A drift result as one object: an element of `results` for each feature and test, with the drift table's columns as
 * keys. Windows and segments are named where `segmentBy` is given: `time` and `time_end` are then ISO times.
 */
export function driftJson(result: DriftResult, segmentBy: readonly string[] | null): Json {
  const { queryHash, baseline, notices } = result;
  const leading = LEADING_COLUMNS.filter(({ kind }) => segmentBy !== null || kind !== 'time').map(({ name }) => name);
  const trailing = TRAILING_COLUMNS.filter(({ overTimeOnly }) => isOverTime(result) || !overTimeOnly).map(
    ({ name }) => name
  );
  return {
    results: driftRows(result, true).map((row) => rowJson(row, { leading, trailing }, segmentBy)),
    baseline,
    query_hash: queryHash,
    notices: notices.map(noticeText),
  };
}

function rowJson(
  row: DriftRow,
  { leading, trailing }: Readonly<Record<'leading' | 'trailing', readonly DriftColumnName[]>>,
  segmentBy: readonly string[] | null
): Json {
  const json: Json = {};
  for (const name of leading) {
    json[name] = name === 'time' || name === 'time_end' ? isoTime(row[name]) : row[name];
  }
  for (const name of segmentBy ?? []) {
    json[segmentColumn(name)] = row.segment[name] ?? null;
  }
  for (const name of trailing) {
    json[name] = row[name] ?? null;
  }
  return json;
}
