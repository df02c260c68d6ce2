import type { Severity, VerdictWord } from '../../verdict/Verdict';

const BROKEN = { text: 'broken', color: 'red' };
const LOOK = { text: 'worth a look', color: 'orange' };
const FINE = { text: 'in order', color: 'green' };
const UNCHECKED = { text: 'not checked', color: 'text' };

/** The verdicts are the drift table's own, so that one panel shows both; here they are called otherwise. */
export const QUALITY_SHOWN: Readonly<Partial<Record<VerdictWord, { readonly text: string; readonly color: string }>>> =
  {
    drift: BROKEN,
    warning: LOOK,
    no_drift: FINE,
    insufficient_data: UNCHECKED,
  };

export const QUALITY_VERDICT_MAPPINGS = [{ type: 'value', options: QUALITY_SHOWN }] as const;

export const QUALITY_SEVERITY_MAPPINGS = [
  { type: 'value', options: { 0: FINE, 1: LOOK, 2: BROKEN } },
  { type: 'special', options: { match: 'null', result: UNCHECKED } },
] as const;

const WORDS = { 0: 'no_drift', 1: 'warning', 2: 'drift' } as const;

export function qualityVerdict(severity: Severity): VerdictWord {
  return severity === null ? 'insufficient_data' : WORDS[severity];
}
