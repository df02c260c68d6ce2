import type { Query } from '../query/query';
import type { TimeRange } from '../query/time';
import { checkSampling } from './checkSampling';
import { describeTime } from './describeTime';
import type { EvaluateContext } from './EvaluateContext';
import { evaluateComparison } from './evaluateComparison';
import { evaluateQuality } from './quality/evaluateQuality';
import { markPartial } from './markPartial';
import { withOwnTime } from './ownTime';
import type { Result } from './Result';
import { evaluateVersions } from './versions/evaluateVersions';
import { evaluateVolume } from './volume/evaluateVolume';
import { endsInFuture } from './windows/currentWindows';

export type { EvaluateContext } from './EvaluateContext';

/** Answers a query of any kind. Throws a BadQuery or a SourceError, each with one clear message. */
export async function evaluate(query: Query, context: EvaluateContext): Promise<Result> {
  checkSampling(query, context.connections);
  const result = markPartial(await answer(query, context), query);
  const { range, now } = context;
  const isCut = range !== null && query.window === 'range' && isTimed(query, context) && endsInFuture(range, now);
  return isCut ? { ...result, notices: [...result.notices, notYetOver(range, now)] } : result;
}

function answer(query: Query, context: EvaluateContext): Promise<Result> {
  switch (query.kind) {
    case 'drift':
    case 'distribution':
      return evaluateComparison(query, context);
    case 'volume':
      return evaluateVolume(query, context);
    case 'quality':
      return evaluateQuality(query, context);
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
