import type { Query } from '../query/query';
import { noticeText } from '../sources/Notice';
import { SourceError } from '../sources/SourceError';
import { withoutPerformanceVerdict } from '../verdict/performance/withoutPerformanceVerdict';
import { withoutVolumeVerdict } from '../verdict/volume/withoutVolumeVerdict';
import { withoutVerdict } from './decideOrRefuse';
import type { Result, ResultContext } from './Result';

const PARTIAL = 'The store returned a partial answer';

/**
 * What is said where a store warned of its answer: whatever was counted may lack a part, so that nothing has a verdict. An
 * alert gets an error where the query asks for that. Throws a SourceError.
 */
export function markPartial(result: Result, { format, partial }: Pick<Query, 'format' | 'partial'>): Result {
  if (result.warned !== true) {
    return result;
  }
  const said = `${PARTIAL}: ${warningsOf(result)}`;
  if (format === 'alert' && partial === 'error') {
    throw new SourceError(said, { status: 502, side: 'downstream' });
  }
  return undecided(result, said);
}

function warningsOf({ notices }: ResultContext): string {
  const warnings = notices.filter((notice) => typeof notice !== 'string').map(noticeText);
  return warnings.length === 0 ? 'no verdict.' : warnings.slice(0, 3).join(' ');
}

function undecided(result: Result, reason: string): Result {
  switch (result.kind) {
    case 'drift':
      return { ...result, verdicts: result.verdicts.map((verdict) => withoutVerdict(verdict, reason)) };
    case 'distribution':
      return {
        ...result,
        features: result.features.map((one) => ({ ...one, verdict: withoutVerdict(one.verdict, reason) })),
      };
    case 'quality':
      return {
        ...result,
        verdicts: result.verdicts.map((verdict) => ({
          ...verdict,
          findings: [],
          checks: new Map([...verdict.checks.keys()].map((check) => [check, null])),
          unchecked: [...verdict.checks.keys()].map((check) => ({ check, reason })),
          severity: null,
        })),
      };
    case 'audit':
      // Its replays are answers of their own, each without verdicts where the store warned.
      return result;
    case 'change':
      return {
        ...result,
        series: result.series.map((one) => ({ ...one, changes: [], recurring: null, undecided: reason })),
      };
    case 'explain':
      return {
        ...result,
        verdict: withoutVerdict(result.verdict, reason),
        ...{ since: null, isOrEarlier: false, causes: [], looked: [], summary: reason },
      };
    case 'volume':
      return { ...result, verdicts: result.verdicts.map((verdict) => withoutVolumeVerdict(verdict, reason)) };
    case 'performance':
      return { ...result, verdicts: result.verdicts.map((verdict) => withoutPerformanceVerdict(verdict, reason)) };
    case 'versions':
      return { ...result, traces: result.traces.map((trace) => ({ ...trace, isDecided: false, undecided: reason })) };
  }
}
