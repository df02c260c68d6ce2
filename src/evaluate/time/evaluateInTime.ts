import type { DriftQuery } from '../../query/driftQuery';
import { isAbout, type Mark } from '../../query/marks/mark';
import { distinctNotices } from '../../sources/Notice';
import type { EvaluateContext } from '../EvaluateContext';
import { noticesOf } from '../evaluateComparison';
import { withOwnTime } from '../ownTime';
import { queryHash } from '../queryHash';
import type { DriftResult, WindowedVerdict } from '../Result';
import { countSeries, earlierYearsIn } from './countSeries';
import { judgePlan } from './judgePlan';
import { describeDisuse, describeUse, isGeneral } from './marksOver';
import { openInTime } from './openInTime';
import { provenanceInTime } from './provenanceInTime';
import { requireCounted } from './requireCounted';
import { timeDecisionOf } from './timeDecisionOf';

/**
 * Judges windows by what past windows show of natural variation. Nothing is kept of earlier verdicts: each is made of the
 * windows of its season and of those before it. Throws a BadQuery or a SourceError.
 */
export async function evaluateInTime(asked: DriftQuery, context: EvaluateContext): Promise<DriftResult> {
  const query = withOwnTime(asked, context.connections);
  const opened = await openInTime(query, context);
  const { plans, reader, features, refusals, side, wholeBaseline, countsRows } = opened;
  const decision = timeDecisionOf(query);
  const verdicts: WindowedVerdict[] = [];
  const notices = [...opened.notices, ...noticesOf(side, wholeBaseline)];
  const rows = { baseline: 0, current: 0 };
  let warned = false;
  for (const plan of plans) {
    context.signal?.throwIfAborted();
    const set = await reader.read(plan);
    const series = countSeries(plan, set, { features, wholeBaseline, countsRows, refusals });
    const judged = judgePlan({ plan, series, decision, earlierYears: earlierYearsIn(plan, set) });
    verdicts.push(...judged.verdicts);
    notices.push(...set.notices);
    rows.baseline += judged.rows.baseline;
    rows.current += judged.rows.current;
    warned ||= set.warned === true;
  }
  const all = [...new Set(plans.flatMap((plan) => plan.marks))];
  const isUsed = (mark: Mark) => isGeneral(mark) || verdicts.some(({ comparison }) => isAbout(mark, comparison));
  const marks = all.filter(isUsed);
  notices.push(...all.map((mark) => (isUsed(mark) ? describeUse(mark) : describeDisuse(mark))));
  notices.push(...(await requireCounted(query, opened, rows.current, { signal: context.signal })));
  return {
    kind: 'drift',
    queryHash: queryHash(asked),
    warned,
    baseline: provenanceInTime(query, opened, rows.baseline),
    notices: distinctNotices(notices),
    verdicts,
    marks,
  };
}
