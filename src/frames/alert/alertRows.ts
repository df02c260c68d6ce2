import type { DriftResult, QualityResult, WindowedQuality, WindowedVerdict } from '../../evaluate/Result';
import type { CheckName } from '../../query/qualityQuery';
import { describeReason } from '../../verdict/describeReason';
import { nextStep } from '../../verdict/quality/describeFinding';
import { describeQuality } from '../../verdict/quality/describeQuality';
import type { Severity } from '../../verdict/Verdict';
import { qualityVerdict } from '../quality/qualityMappings';
import { score } from '../score';
import { segmentLabels } from '../segmentColumn';
import { type Judged, seriesName, seriesOf, type Series } from '../seriesOf';
import { abnormalSince } from './abnormalSince';
import type { AlertRow } from './AlertRow';
import { sinceDetails } from './sinceDetails';

/** What a kind of verdict tells an alert. */
interface Told {
  readonly score: number | null;
  readonly verdict: string;
  readonly reason: string;
  /** What to do about this finding; empty where the verdict alone does not tell. */
  readonly nextStep: string;
}

/**
 * A row for each feature and segment, of the newest window of all. A feature that has no verdict in that window keeps its
 * row, undecided: a series that vanishes would resolve a firing alert.
 */
export function alertRows({ baseline, ...result }: DriftResult | QualityResult, { checks }: Asked = {}): AlertRow[] {
  return result.kind === 'drift'
    ? rowsOf(result.verdicts, baseline.description, tellDrift)
    : rowsOf(concerned(result.verdicts, checks), baseline.description, tellQuality);
}

/** What of a query decides about the rows: of quality, its checks. */
interface Asked {
  readonly checks?: readonly CheckName[];
}

/** Checks of the rows as a whole, of predictions beside labels, or across columns. */
const NOT_OF_FEATURES: ReadonlySet<CheckName> = new Set<CheckName>(['rows', 'arrival', 'bias', 'rules']);

/**
 * Where only such checks were asked for, a feature that none of them concerns has no verdict and never will: as a series it
 * would stand at no data for ever. Elsewhere every feature stays, since one that vanishes would resolve its alert.
 */
function concerned(
  verdicts: readonly WindowedQuality[],
  checks: readonly CheckName[] | undefined
): readonly WindowedQuality[] {
  if (checks === undefined || !checks.every((check) => NOT_OF_FEATURES.has(check))) {
    return verdicts;
  }
  const touched = verdicts.filter((verdict) => verdict.checks.size > 0 || verdict.unchecked.length > 0);
  return touched.length > 0 ? touched : verdicts;
}

function tellDrift(verdict: WindowedVerdict): Told {
  return { score: score(verdict), verdict: verdict.verdict, reason: describeReason(verdict), nextStep: '' };
}

/** What is broken has no size that all checks share: its score is its severity. */
function tellQuality(verdict: WindowedQuality): Told {
  const { severity, findings } = verdict;
  return {
    score: severity,
    verdict: qualityVerdict(severity),
    reason: describeQuality(verdict),
    nextStep: findings.length === 0 ? '' : nextStep(findings[0]),
  };
}

type WithSeverity = Judged & { readonly severity: Severity };

function rowsOf<Verdict extends WithSeverity>(
  verdicts: readonly Verdict[],
  baseline: string,
  tell: (verdict: Verdict) => Told
): AlertRow[] {
  const newest = Math.max(...verdicts.map(({ window }) => window?.from ?? 0));
  return seriesOf(verdicts).map((series) => rowOf(series, newest, baseline, tell));
}

function rowOf<Verdict extends WithSeverity>(
  series: Series<Verdict>,
  newest: number,
  baseline: string,
  tell: (verdict: Verdict) => Told
): AlertRow {
  const last = series.verdicts[series.verdicts.length - 1];
  const isNewest = (last.window?.from ?? 0) === newest;
  const since = abnormalSince(isNewest ? series.verdicts : []);
  const told = isNewest
    ? tell(last)
    : { score: null, verdict: 'insufficient_data', reason: 'There are no rows in the newest window.', nextStep: '' };
  return {
    name: seriesName(series),
    labels: { feature: series.feature, ...segmentLabels(series.segment) },
    severity: isNewest ? last.severity : null,
    score: told.score,
    since: since.since,
    details: {
      verdict: told.verdict,
      reason: told.reason,
      next_step: told.nextStep,
      baseline,
      ...sinceDetails(since),
      from: String(last.window?.from ?? ''),
      to: String(last.window?.to ?? ''),
    },
  };
}
