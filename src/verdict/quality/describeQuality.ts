import { describeFinding } from './describeFinding';
import type { QualityVerdict } from './QualityVerdict';

/** All that was found, the worst first; else what was looked at, and what could not be checked and why. */
export function describeQuality({
  findings,
  checks,
  unchecked,
}: Pick<QualityVerdict, 'findings' | 'checks' | 'unchecked'>): string {
  if (findings.length > 0) {
    return findings.map(describeFinding).join(' ');
  }
  const missed = unchecked.map(({ check, reason }) => `${check} (${reason})`).join(', ');
  const notChecked = missed === '' ? '' : `Not checked: ${missed}.`;
  const clean = [...checks].filter(([, severity]) => severity === 0).map(([check]) => check);
  const found = clean.length === 0 ? '' : `Nothing found in ${clean.join(', ')}.`;
  return [found, notChecked].filter((text) => text !== '').join(' ') || 'No check concerns this feature.';
}
