import { mergeScores } from '../../outcomes/mergeScores';
import type { Outcomes } from '../../outcomes/Outcomes';
import { isExact, type ScoreTable } from '../../outcomes/ScoreTable';
import { percent } from '../../distribution/percent';
import { type Notice, warning } from '../../sources/Notice';
import { contradictedLabels } from '../../statistics/performance/estimate/contradictedLabels';
import type { MetricRoles } from '../../statistics/performance/MetricRoles';
import type { Segment } from '../cells';
import type { Block } from './OutcomeWindows';

const ALPHA = 0.001;
/** Fewer rows above what the baseline had, or less than twice its share, are not worth a notice. */
const LEAST_ROWS = 10;
const LEAST_RATIO = 2;

interface Sides {
  readonly segment: Segment;
  readonly current: readonly Block[];
  readonly baseline: readonly Block[];
  /** The baseline's outcomes, where they were merged already. */
  readonly whole?: () => Outcomes;
}

/** That labels contradict confident scores far more often than in the baseline, with the segment: they may be wrong. */
export function contradictedNotices(sides: readonly Sides[], roles: MetricRoles, minimumCount: number): Notice[] {
  return sides.flatMap(({ segment, current, baseline, whole }) => {
    const [now, before] = [current, baseline].map((blocks) => tablesOf(blocks, roles));
    const merged = before === null || before.length === 0 ? null : (wholeOf(whole?.(), roles) ?? mergeScores(before));
    const found = now && before && merged ? contradictedLabels(merged, now, roles, before) : null;
    if (found === null) {
      return [];
    }
    const { confident, contradicted, baselineConfident, baselineContradicted, pValue } = found;
    const usual = baselineContradicted / baselineConfident;
    const isMore =
      contradicted - confident * usual >= Math.max(LEAST_ROWS, minimumCount) &&
      contradicted >= LEAST_RATIO * usual * confident;
    if (!isMore || pValue > ALPHA / sides.length) {
      return [];
    }
    const values = Object.entries(segment).map(([name, value]) => `${name} = ${value}`);
    const where = values.length === 0 ? '' : ` (${values.join(', ')})`;
    return [
      warning(
        `Labels contradict confident scores${where}: ${Math.round(contradicted)} of ${Math.round(confident)} rows (${percent(contradicted / confident)}) whose score leaves the other class less than 1%; the baseline had ${percent(usual)}. These labels may be wrong.`
      ),
    ];
  });
}

/** The scores of each block, or of buckets, whose edges may differ, of all together; null where a block doesn't tell them. */
function tablesOf(blocks: readonly Block[], { score }: MetricRoles): readonly ScoreTable[] | null {
  const filled = blocks.filter(({ outcomes }) => outcomes.rows > 0);
  const tables = filled.flatMap(({ outcomes }) => (score === undefined ? [] : (outcomes.scores?.get(score) ?? [])));
  if (tables.length < filled.length) {
    return null;
  }
  return tables.length === 0 || tables.every(isExact) ? tables : [mergeScores(tables)];
}

function wholeOf(outcomes: Outcomes | undefined, { score }: MetricRoles): ScoreTable | undefined {
  return score === undefined ? undefined : outcomes?.scores?.get(score);
}
