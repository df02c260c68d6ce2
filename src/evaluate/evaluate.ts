import type { Query } from '../query/query';
import type { TimeRange } from '../query/time';
import { SourceError } from '../sources/SourceError';
import { clockNotices } from '../sources/transport/clocks';
import { evaluateAudit } from './audit/evaluateAudit';
import { evaluateExplain } from './causes/evaluateExplain';
import { evaluateChange } from './change/evaluateChange';
import { checkSampling } from './checkSampling';
import { describeTime } from './describeTime';
import type { EvaluateContext } from './EvaluateContext';
import { evaluateComparison } from './evaluateComparison';
import { evaluatePerformance } from './performance/evaluatePerformance';
import { evaluateInTime } from './time/evaluateInTime';
import { evaluateQuality } from './quality/evaluateQuality';
import { withExclusions } from './exclusions/withExclusions';
import { markPartial } from './markPartial';
import { withOwnTime } from './ownTime';
import { queryHash } from './queryHash';
import type { Result } from './Result';
import { evaluateVersions } from './versions/evaluateVersions';
import { evaluateVolume } from './volume/evaluateVolume';
import { endsInFuture } from './windows/currentWindows';

export type { EvaluateContext } from './EvaluateContext';

/** Answers a query of any kind. Throws a BadQuery or a SourceError, each with one clear message. */
export async function evaluate(query: Query, context: EvaluateContext): Promise<Result> {
  checkSampling(query, context.connections);
  const result = markPartial(await answered(query, context).catch(withClocks), query);
  const { range, now } = context;
  const isCut = range !== null && query.window === 'range' && isTimed(query, context) && endsInFuture(range, now);
  const more = [...(isCut ? [notYetOver(range, now)] : []), ...clockNotices()];
  return more.length > 0 ? { ...result, notices: [...result.notices, ...more] } : result;
}

/** That there are no data may be for a clock that is wrong. */
function withClocks(error: unknown): never {
  const notices = clockNotices();
  if (error instanceof SourceError && notices.length > 0) {
    throw new SourceError([error.message, ...notices].join(' '), { ...error.options, cause: error });
  }
  throw error;
}

/** An answer to the question as it was asked, whatever days its calendars name. */
async function answered(query: Query, context: EvaluateContext): Promise<Result> {
  if (query.kind === 'drift' && query.format === 'audit') {
    return evaluateAudit(query, context);
  }
  if (query.kind === 'drift' && query.decision.significance !== 'iid') {
    return evaluateInTime(query, context);
  }
  const own = await withExclusions(query, context);
  const result = await answer(own.query, context);
  return own.query === query
    ? result
    : { ...result, queryHash: queryHash(query), notices: [...own.notices, ...result.notices] };
}

function answer(query: Query, context: EvaluateContext): Promise<Result> {
  switch (query.kind) {
    case 'drift':
    case 'distribution':
      return evaluateComparison(query, context);
    case 'change':
      return evaluateChange(query, context);
    case 'explain':
      return evaluateExplain(query, context);
    case 'volume':
      return evaluateVolume(query, context);
    case 'quality':
      return evaluateQuality(query, context);
    case 'performance':
      return evaluatePerformance(query, context);
    case 'versions':
      return evaluateVersions(query, context);
  }
}

function isTimed(query: Query, { connections }: EvaluateContext): boolean {
  return withOwnTime(query, connections).current.timeField !== undefined;
}

function notYetOver({ to }: TimeRange, now: number): string {
  return `The time range ends at ${describeTime(to)}, in the future: both sides are taken up to now, ${describeTime(now)}.`;
}
