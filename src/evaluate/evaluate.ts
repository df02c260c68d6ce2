import type { Query } from '../query/query';
import { checkSampling } from './checkSampling';
import type { EvaluateContext } from './EvaluateContext';
import { evaluateComparison } from './evaluateComparison';
import { evaluateQuality } from './quality/evaluateQuality';
import type { Result } from './Result';
import { evaluateVersions } from './versions/evaluateVersions';
import { evaluateVolume } from './volume/evaluateVolume';

export type { EvaluateContext } from './EvaluateContext';

/** Answers a query of any kind. Throws a BadQuery or a SourceError, each with one clear message. */
export async function evaluate(query: Query, context: EvaluateContext): Promise<Result> {
  checkSampling(query, context.connections);
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
