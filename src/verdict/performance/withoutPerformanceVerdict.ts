import type { PerformanceVerdict } from './PerformanceVerdict';

/** The figures stay, as far as they are known; nothing is concluded from them. */
export function withoutPerformanceVerdict<Verdict extends PerformanceVerdict>(
  verdict: Verdict,
  reason: string
): Verdict {
  return { ...verdict, verdict: 'undefined', severity: null, reason: { code: 'undefined', facts: { reason } } };
}
