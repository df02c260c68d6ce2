import { type ExplainResult, noticeText } from '../evaluate/Result';
import { causeRows } from '../frames/causes/causeRows';
import { describeReason } from '../verdict/describeReason';
import { isoTime } from './isoTime';

type Json = Record<string, unknown>;

/** A result of the kind `explain` as one object: an element of `results` for each cause, with the table's columns as keys. */
export function explainJson(result: ExplainResult): Json {
  const { verdict, summary, looked, since, queryHash, baseline, notices } = result;
  return {
    feature: verdict.comparison.feature,
    verdict: verdict.verdict,
    severity: verdict.severity,
    effect: verdict.effect,
    effect_size: verdict.effectSize,
    effect_expected: verdict.effectExpected,
    since: isoTime(since),
    summary,
    reason: describeReason(verdict),
    results: causeRows(result).map((row) => ({ ...row, since: isoTime(row.since) })),
    fields: looked.map(({ field, values }) => ({ field, values })),
    ...{ baseline, query_hash: queryHash, notices: notices.map(noticeText) },
  };
}
