import { plainText } from '../../distribution/cell/plainText';
import type { ConfusionCounts } from '../../outcomes/ConfusionCounts';
import type { PerformanceQuery } from '../../query/performanceQuery';
import type { OutcomesCell } from '../../sources/OutcomesRequest';
import type { ShadowCounts } from '../../statistics/performance/sequence/ShadowCounts';
import { compareShadow } from '../../verdict/performance/compareShadow';
import { type Segment, segmentKey } from '../cells';
import type { VersionsCompared } from '../Result';
import { stepsOf } from './stepsOf';
import type { ShadowVersion } from './versionSides';

/**
 * The version that decides against one that only logged its prediction in the same rows. `mature` counts the outcomes of the
 * first in segments of the second's predictions, so that each day tells on how many rows one alone was right.
 */
export function compareLogged(
  mature: readonly OutcomesCell[],
  { shadow, margin }: ShadowVersion & { readonly shadow: { readonly prediction: string } },
  { decision, prediction = 'prediction' }: PerformanceQuery
): VersionsCompared[] {
  const groups = new Map<string, { segment: Segment; cells: OutcomesCell[] }>();
  for (const cell of mature) {
    const { [shadow.prediction]: _, ...segment } = cell.segment;
    const key = segmentKey(segment);
    const group = groups.get(key) ?? { segment, cells: [] };
    group.cells.push(cell);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ segment, cells }) => {
    const days = new Map<number, ShadowCounts & { readonly oldHits: number }>();
    for (const { block, segment: own, outcomes } of cells) {
      const counted =
        outcomes.confusion === undefined ? null : countsOf(outcomes.confusion, own[shadow.prediction] ?? '');
      if (counted !== null) {
        const day = days.get(block) ?? { rows: 0, oldOnly: 0, newOnly: 0, oldHits: 0 };
        days.set(block, {
          rows: day.rows + counted.rows,
          oldOnly: day.oldOnly + counted.oldOnly,
          newOnly: day.newOnly + counted.newOnly,
          oldHits: day.oldHits + counted.oldHits,
        });
      }
    }
    const all = [...days.entries()].map(([block, day]) => ({ block, ...day })).sort((a, b) => a.block - b.block);
    const options = { margin, threshold: decision.thresholds.drop, alpha: decision.alpha };
    const judge = (some: ReadonlyArray<(typeof all)[number]>) => {
      const rows = some.reduce((sum, day) => sum + day.rows, 0);
      const hits = some.reduce((sum, day) => sum + day.oldHits, 0);
      return compareShadow(some, rows === 0 ? null : hits / rows, options);
    };
    return {
      ...{ segment, metric: 'accuracy' as const, old: prediction, new: shadow.prediction },
      verdict: judge(all),
      steps: stepsOf(all, judge),
    };
  });
}

/** Of rows for which the logged version said `logged`; rows for which it said nothing are not compared. */
function countsOf({ classes, counts }: ConfusionCounts, logged: string) {
  const said = plainText(logged);
  if (said === '' || said === '(missing)') {
    return null;
  }
  let [rows, oldOnly, newOnly, oldHits] = [0, 0, 0, 0];
  classes.forEach((actual, i) =>
    classes.forEach((predicted, j) => {
      const count = counts[i][j];
      const [isOld, isNew] = [actual === predicted, actual === said];
      rows += count;
      oldHits += isOld ? count : 0;
      oldOnly += isOld && !isNew ? count : 0;
      newOnly += isNew && !isOld ? count : 0;
    })
  );
  return { rows, oldOnly, newOnly, oldHits };
}
