import type { VersionsVerdict } from '../../verdict/performance/VersionsVerdict';
import type { VersionsStep } from '../Result';

/** More steps are not seen in a funnel. */
const MOST_STEPS = 40;

/** What was known of two versions after each day, or after every few of many days: the last one always. */
export function stepsOf<Day extends { readonly block: number }>(
  days: readonly Day[],
  judge: (days: readonly Day[]) => VersionsVerdict
): VersionsStep[] {
  const every = Math.max(1, Math.ceil(days.length / MOST_STEPS));
  return days.flatMap(({ block }, i) => {
    if ((days.length - 1 - i) % every !== 0) {
      return [];
    }
    const { difference, low, high } = judge(days.slice(0, i + 1));
    return [{ time: block, difference, low, high }];
  });
}
