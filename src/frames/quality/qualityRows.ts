import type { QualityResult, WindowedQuality } from '../../evaluate/Result';
import { describeFinding, nextStep } from '../../verdict/quality/describeFinding';
import { describeQuality } from '../../verdict/quality/describeQuality';
import type { Finding } from '../../verdict/quality/Finding';
import { compareSubjects } from '../compareByImportance';
import { qualityVerdict } from './qualityMappings';
import type { QualityRow } from './QualityRow';

/**
 * A row for each feature, segment and window, whatever was found; with `detail` a row for each finding instead of one for
 * all of them. The worst comes first.
 */
export function qualityRows({ verdicts }: Pick<QualityResult, 'verdicts'>, detail: boolean): QualityRow[] {
  const sorted = [...verdicts].sort(
    (a, b) => (b.severity ?? -1) - (a.severity ?? -1) || b.findings.length - a.findings.length || compareSubjects(a, b)
  );
  return sorted.flatMap((verdict) =>
    detail && verdict.findings.length > 0
      ? verdict.findings.map((finding) => rowOf(verdict, finding, finding.severity, describeFinding(finding)))
      : [rowOf(verdict, verdict.findings[0], verdict.severity, describeQuality(verdict))]
  );
}

function rowOf(
  { window, comparison, findings, since }: WindowedQuality,
  finding: Finding | undefined,
  severity: WindowedQuality['severity'],
  reason: string
): QualityRow {
  const { feature, type, segment, baseline, current } = comparison;
  return {
    time: window?.from ?? null,
    time_end: window?.to ?? null,
    feature,
    type,
    segment,
    finding: finding?.code ?? null,
    findings: findings.length,
    found_since: finding === undefined ? null : (since.get(finding.code) ?? null),
    p_adjusted: finding?.pAdjusted ?? null,
    n_baseline: baseline?.counts.total ?? null,
    n_current: current.counts.total,
    verdict: qualityVerdict(severity),
    severity,
    reason,
    next_step: finding === undefined ? '' : nextStep(finding),
    facts: finding === undefined ? null : JSON.stringify(finding.facts),
  };
}
