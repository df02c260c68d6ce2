import type { DistributionMeta } from '../../../frames/distribution/DistributionMeta';
import type { Bin, Category } from '../../../frames/distribution/readDistribution';
import { effectGates, effectInWords } from '../../shared/effectWords';
import { formatCount, formatShare } from '../../shared/formatNumber';
import { verdictWords } from '../../shared/verdictWords';

/** `Drift: shift of 0.31 standard deviations (threshold 0.10, expected by chance 0.02)` */
export function describeVerdict(meta: DistributionMeta): string {
  const word = capital(verdictWords('drift')[meta.verdict].label);
  switch (meta.verdict) {
    case 'drift':
    case 'warning':
    case 'no_drift':
      return `${word}: ${effectInWords(meta)} (${effectGates(meta)})`;
    default:
      return meta.effectSize === null ? word : `${word}: ${effectInWords(meta)} (${effectGates(meta)})`;
  }
}

/** `80,687 baseline, 6,912 current values` */
export function describeCounts({ baselineCounts, currentCounts }: DistributionMeta): string {
  return `${formatCount(baselineCounts.values)} baseline, ${formatCount(currentCounts.values)} current values`;
}

/** `baseline 12% (9,682), current 4.1% (283)` */
export function describeShares(entry: Bin | Category): string {
  return `baseline ${formatShare(entry.baselineShare)} (${formatCount(entry.baseline)}), current ${formatShare(entry.currentShare)} (${formatCount(entry.current)})`;
}

/** The part of the reason that the verdict's line doesn't say already: what changed; for the undecided the whole. */
export function shortReason({ reason, severity }: DistributionMeta): string {
  return severity === null ? reason : (reason.match(/^.*?[.](?=\s|$)/)?.[0] ?? reason);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
