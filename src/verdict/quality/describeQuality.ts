import { accepted, describeFinding } from './describeFinding';
import { percent } from './inWords';
import type { QualityVerdict } from './QualityVerdict';

/** All that was found, the worst first; else what was looked at, and what could not be checked and why. */
export function describeQuality({ remark, ...verdict }: Described): string {
  return remark === undefined ? inSentences(verdict) : `${inSentences(verdict)} ${remark}`;
}

function inSentences({ findings, checks, unchecked, accepted: usual }: Omit<Described, 'remark'>): string {
  if (findings.length > 0) {
    return findings.map(describeFinding).join(' ');
  }
  const missed = byReason(unchecked).map(([reason, names]) => `${names.join(', ')} (${reason})`);
  const notChecked = missed.length === 0 ? '' : `Not checked: ${missed.join(', ')}.`;
  const clean = [...checks].filter(([, severity]) => severity === 0).map(([check]) => check);
  const found = clean.length === 0 ? '' : `Nothing found in ${clean.join(', ')}.`;
  const taken = usual.map(({ code, facts }) => {
    const what = code === 'late_changed' ? 'late rows' : code === 'nan_changed' ? 'NaN' : 'missing values';
    const rate = facts.rate ?? facts.share;
    return `Accepted: ${percent(rate)} ${what}, since ${accepted(facts)} are usual.`;
  });
  return [found, ...taken, notChecked].filter((text) => text !== '').join(' ') || 'No check concerns this feature.';
}

type Described = Pick<QualityVerdict, 'findings' | 'checks' | 'unchecked' | 'accepted' | 'remark'>;

/** Several checks may have one reason: it is told once. */
function byReason(unchecked: QualityVerdict['unchecked']): Array<[string, string[]]> {
  const found = new Map<string, string[]>();
  unchecked.forEach(({ check, reason }) => found.set(reason, [...(found.get(reason) ?? []), check]));
  return [...found];
}
