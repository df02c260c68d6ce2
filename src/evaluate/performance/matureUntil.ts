import type { Deadline } from './maturity';
import type { PerformanceWindows } from './performanceWindows';

const MS_A_DAY = 86_400_000;

/** Until when labels are complete, as far as windows reach. */
export function matureUntil(
  { current }: PerformanceWindows,
  sides: ReadonlyArray<{ readonly current: ReadonlyArray<{ readonly block: number }> }>,
  { age }: Deadline,
  asOf: number
): number {
  const ends = current.map((window) => window?.to ?? NaN);
  const last = Math.max(0, ...sides.flatMap(({ current: blocks }) => blocks.map(({ block }) => block + MS_A_DAY)));
  const end = ends.some(Number.isNaN) ? last : Math.max(...ends);
  return Math.min(end, asOf - (age ?? 0));
}
