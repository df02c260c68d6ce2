import type { DriftResult } from '../../evaluate/Result';
import { describeReason } from '../../verdict/describeReason';
import { score } from '../score';
import { segmentLabels } from '../segmentColumn';
import { seriesName, seriesOf, type Series } from '../seriesOf';
import { abnormalSince } from './abnormalSince';
import type { AlertRow } from './AlertRow';

/**
 * A row for each feature and segment, of the newest window of all. A feature that has no verdict in that window keeps its
 * row, undecided: a series that vanishes would resolve a firing alert.
 */
export function alertRows(result: DriftResult): AlertRow[] {
  const newest = Math.max(...result.verdicts.map(({ window }) => window?.from ?? 0));
  return seriesOf(result.verdicts).map((series) => rowOf(series, newest, result.baseline.description));
}

function rowOf(series: Series, newest: number, baseline: string): AlertRow {
  const last = series.verdicts[series.verdicts.length - 1];
  const isNewest = (last.window?.from ?? 0) === newest;
  const since = isNewest ? abnormalSince(series.verdicts) : null;
  return {
    name: seriesName(series),
    labels: { feature: series.feature, ...segmentLabels(series.segment) },
    severity: isNewest ? last.severity : null,
    score: isNewest ? score(last) : null,
    since,
    details: {
      verdict: isNewest ? last.verdict : 'insufficient_data',
      reason: isNewest ? describeReason(last) : 'There are no rows in the newest window.',
      baseline,
      since: since === null ? '' : new Date(since).toISOString(),
      from: String(last.window?.from ?? ''),
      to: String(last.window?.to ?? ''),
    },
  };
}
