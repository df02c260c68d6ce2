import type { DriftQuery } from '../../query/driftQuery';
import type { EvaluateContext } from '../EvaluateContext';
import { queryHash } from '../queryHash';
import type { AuditedResult } from '../Result';
import { auditDrift } from './auditDrift';

/** As often as the command line does where nothing else is said: it bounds what a panel costs. */
const SHUFFLES = 5;

/** The audit of a drift query, as a query answers it. Throws a BadQuery or a SourceError. */
export async function evaluateAudit(query: DriftQuery, context: EvaluateContext): Promise<AuditedResult> {
  const { kind } = query.baseline;
  return {
    kind: 'audit',
    queryHash: queryHash(query),
    baseline: { kind, description: 'past windows of each replayed one', facts: {} },
    significance: query.decision.significance,
    ...(await auditDrift(query, context, { shuffles: SHUFFLES })),
  };
}
