import type { VersionsCompared } from './PerformanceBoard';

export interface KnownStep {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** The days after which a difference and its interval were known. */
export function knownSteps({ steps }: Pick<VersionsCompared, 'steps'>): KnownStep[] {
  return steps.flatMap(({ time, difference, low, high }) =>
    difference === null || low === null || high === null ? [] : [{ time, difference, low, high }]
  );
}

/** How many times as far as the end of the funnel its beginning may reach, before it is cut. */
const WIDEST = 4;

/** The values that the axis reaches over: wide at first, the funnel would leave its end without height. */
export function funnelRange(compared: Pick<VersionsCompared, 'steps' | 'verdict'>): readonly [number, number] {
  const steps = knownSteps(compared);
  const { margin } = compared.verdict;
  const last = steps[steps.length - 1];
  const reach = WIDEST * Math.max(margin, Math.abs(last?.low ?? 0), Math.abs(last?.high ?? 0));
  const low = Math.max(-reach, Math.min(-margin, ...steps.map((step) => step.low)));
  const high = Math.min(reach, Math.max(margin, ...steps.map((step) => step.high)));
  const padding = 0.05 * (high - low);
  return [low - padding, high + padding];
}
