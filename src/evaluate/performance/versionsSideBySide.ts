import { type Deadline, matureAt } from './maturity';
import type { Segment } from '../cells';
import type { EvaluateContext } from '../EvaluateContext';
import type { VersionsCompared } from '../Result';
import { compareLogged } from './compareLogged';
import { compareSplit } from './compareSplit';
import type { OutcomeWindows } from './OutcomeWindows';
import type { SettledPerformance } from './settlePerformance';
import { shadowVersion, splitVersions } from './versionSides';

/** Outcomes of all current windows. */
export interface CurrentOutcomes {
  readonly settled: SettledPerformance;
  readonly current: OutcomeWindows;
  readonly segments: readonly Segment[];
  readonly deadline: Deadline;
}

const MS_A_DAY = 86_400_000;

/** Versions side by side, over the days whose labels are complete, in all windows together. */
export async function versionsSideBySide(
  { settled, current, segments, deadline }: CurrentOutcomes,
  { signal }: EvaluateContext
): Promise<VersionsCompared[]> {
  const { query, plans } = settled;
  const split = splitVersions(query);
  if (split !== null) {
    const sides = segments.map((segment) => ({
      segment,
      blocks: matureBlocks({ settled, current, segments, deadline }, segment),
    }));
    return compareSplit(sides, split, query);
  }
  const logged = shadowVersion(query);
  const prediction = logged?.shadow.prediction;
  if (logged === null || prediction === undefined || plans.shadow === null) {
    return [];
  }
  const set = await plans.shadow.execute({ signal });
  return compareLogged(set, { ...logged, shadow: { ...logged.shadow, prediction } }, query, (block) =>
    isMature(block, settled, deadline)
  );
}

/** Blocks of all current windows whose labels are complete, by time. */
export function matureBlocks({ settled, current, deadline }: CurrentOutcomes, segment: Segment) {
  const all = settled.windows.current.map((_, index) => index);
  return current.blocks(all, segment).filter(({ block }) => isMature(block, settled, deadline));
}

function isMature(block: number, { query, asOf }: SettledPerformance, deadline: Deadline): boolean {
  const isTimed = query.current.timeField !== undefined;
  return !isTimed || matureAt({ from: block, to: block + MS_A_DAY }, deadline, asOf) === null;
}
