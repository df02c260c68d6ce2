import type { Outcomes } from '../../outcomes/Outcomes';
import { withImplied } from '../../outcomes/withImplied';
import { plainText } from '../../distribution/cell/plainText';
import type { PerformanceQuery } from '../../query/performanceQuery';
import type { OutcomesCell } from '../../sources/OutcomesRequest';
import { type Deadline, isMatureDay } from './maturity';
import type { Segment } from '../cells';
import type { EvaluateContext } from '../EvaluateContext';
import type { VersionsCompared } from '../Result';
import { compareLogged } from './compareLogged';
import { compareSplit } from './compareSplit';
import { type Block, OutcomeWindows } from './OutcomeWindows';
import type { SettledPerformance } from './settlePerformance';
import { shadowVersion, splitVersions } from './versionSides';

/** Outcomes of all current windows. */
export interface CurrentOutcomes {
  readonly settled: SettledPerformance;
  readonly current: OutcomeWindows;
  readonly segments: readonly Segment[];
  readonly deadline: Deadline;
}

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
  const cells = matureDays(new OutcomeWindows(await plans.shadow.execute({ signal })), { settled, deadline });
  return compareLogged(cells, { ...logged, shadow: { ...logged.shadow, prediction } }, query);
}

/** Cells of all windows whose labels are complete and that are what they seem, with labels that are implied. */
export function matureDays(
  windows: OutcomeWindows,
  { settled, deadline }: Pick<CurrentOutcomes, 'settled' | 'deadline'>
): OutcomesCell[] {
  return windows.set.cells
    .filter(({ block }) => isMatureDay(block, settled, deadline))
    .filter(({ window, segment }) => windows.undecided([window], segment) === undefined)
    .map((cell) => ({ ...cell, outcomes: complete(cell.outcomes, settled.query) }));
}

/** Blocks of all current windows whose labels are complete and that are what they seem, by time. */
export function matureBlocks({ settled, current, deadline }: CurrentOutcomes, segment: Segment): Block[] {
  const all = [...settled.windows.current.keys()].filter((index) => current.undecided([index], segment) === undefined);
  return current
    .blocks(all, segment)
    .filter(({ block }) => isMatureDay(block, settled, deadline))
    .map(({ block, outcomes }) => ({ block, outcomes: complete(outcomes, settled.query) }));
}

/** Of complete labels those that are implied too: what is reported alone would be one class. */
function complete(outcomes: Outcomes, { label: { implied } }: PerformanceQuery): Outcomes {
  return implied === undefined ? outcomes : withImplied(outcomes, plainText(implied));
}
