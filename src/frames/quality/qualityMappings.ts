import type { Severity, VerdictWord } from '../../verdict/Verdict';

const FAILED = { text: 'failed', color: 'red' };
const WARNING = { text: 'warning', color: 'orange' };
const PASSED = { text: 'passed', color: 'green' };
const UNCHECKED = { text: 'not checked', color: 'text' };

/** The verdicts are the drift table's own, so that one panel shows both; here they are called otherwise. */
export const QUALITY_SHOWN: Readonly<Partial<Record<VerdictWord, { readonly text: string; readonly color: string }>>> =
  {
    drift: FAILED,
    warning: WARNING,
    no_drift: PASSED,
    insufficient_data: UNCHECKED,
  };

export const QUALITY_VERDICT_MAPPINGS = [{ type: 'value', options: QUALITY_SHOWN }] as const;

export const QUALITY_SEVERITY_MAPPINGS = [
  { type: 'value', options: { 0: PASSED, 1: WARNING, 2: FAILED } },
  { type: 'special', options: { match: 'null', result: UNCHECKED } },
] as const;

const WORDS = { 0: 'no_drift', 1: 'warning', 2: 'drift' } as const;

export function qualityVerdict(severity: Severity): VerdictWord {
  return severity === null ? 'insufficient_data' : WORDS[severity];
}
