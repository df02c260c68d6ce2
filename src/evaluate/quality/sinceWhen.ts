import type { FindingCode } from '../../verdict/quality/Finding';
import type { WindowedQuality } from '../Result';

type Timed = Omit<WindowedQuality, 'since'>;

/** The verdicts, in the order of their windows, with the start of the run of windows that have each finding. */
export function sinceWhen(verdicts: readonly Timed[]): WindowedQuality[] {
  const running = new Map<string, ReadonlyMap<FindingCode, number | null>>();
  return verdicts.map((verdict) => {
    const { feature, segment } = verdict.comparison;
    const key = JSON.stringify([feature, segment]);
    const before = running.get(key);
    const since = new Map(
      verdict.findings.map(({ code }) => [code, before?.get(code) ?? verdict.window?.from ?? null] as const)
    );
    running.set(key, since);
    return { ...verdict, since };
  });
}
