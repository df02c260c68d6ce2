import { BadQuery } from '../../query/BadQuery';
import { type Significance, significanceSchema, USUAL_FALSE_ALARM_EVERY } from '../../query/driftDecision';
import type { DriftQuery } from '../../query/driftQuery';
import { parseDuration } from '../../query/duration';
import type { Mark } from '../../query/marks/mark';
import { parseQuery } from '../../query/parseQuery';
import { distinctNotices, type Notice } from '../../sources/Notice';
import { evaluate } from '../evaluate';
import type { EvaluateContext } from '../EvaluateContext';
import { withOwnTime } from '../ownTime';
import { excludingOf, readMark } from '../time/excludingOf';
import { openInTime } from '../time/openInTime';
import { timeDecisionOf } from '../time/timeDecisionOf';
import type { AuditResult, Planted, Rate, Replay } from './AuditResult';
import { countedSeasons } from './countedSeasons';
import { plantedDelays } from './plantedDelays';
import { halvedLooks } from './halvedLooks';
import { precisionOf } from './precisionOf';
import { rateOf, type RateTerms } from './rateOf';
import { replayOf } from './replayOf';
import { shuffledLooks } from './shuffledLooks';

export interface AuditOptions {
  /** How often the seasons of each judged season and its history are put in random order. */
  readonly shuffles: number;
}

const MS_A_DAY = 86_400_000;
const OVER_TIME = ['calibrated', 'sequential'] as const;
const NO_VERDICT_AT_ALL =
  'No window has a verdict in any mode: look further back, or see what the query itself answers over this time range.';

/**
 * Replays a rule over past windows, by each way to judge: what fired, how often, and what was promised; then over seasons in
 * random order, and with planted shifts. Throws a BadQuery or a SourceError.
 */
export async function auditDrift(
  asked: DriftQuery,
  context: EvaluateContext,
  options: AuditOptions
): Promise<AuditResult> {
  const { range } = context;
  if (range === null) {
    throw new BadQuery('An audit needs a time range: the past over which the rule is replayed.');
  }
  if (asked.window === 'range') {
    throw new BadQuery('"window": must be a duration such as 1h or 1d: a rule looks at one window after another.');
  }
  // An unknown calendar is a fault of the query, not of a mode.
  await excludingOf(asked, context);
  const per = parseDuration(asked.decision.falseAlarmEvery ?? USUAL_FALSE_ALARM_EVERY) / MS_A_DAY;
  const termsOf = (significance: Significance): RateTerms => ({
    significance,
    alpha: asked.decision.alpha,
    windowDays: parseDuration(asked.window) / MS_A_DAY,
    per,
  });
  const notices: Notice[] = [];
  const replays: Replay[] = [];
  for (const significance of significanceSchema.options) {
    replays.push(await replay(asked, context, termsOf(significance), notices));
  }
  if (replays.every(({ looks }) => looks === 0)) {
    const problems = replays.flatMap(({ problem }) => problem ?? []);
    throw new BadQuery(problems.length === replays.length ? problems[0] : NO_VERDICT_AT_ALL);
  }
  const shuffled: Rate[] = [];
  const planted: Planted[] = [];
  const modes = OVER_TIME.filter((mode) =>
    replays.some(({ significance, looks }) => significance === mode && looks > 0)
  );
  // What is counted does not depend on how it is judged.
  const seasons =
    modes.length === 0
      ? []
      : await countedSeasons(
          await openInTime(withOwnTime(inMode(asked, modes[0]), context.connections), context),
          context.signal
        );
  const halves = modes.length === 0 ? [] : [rateOf(halvedLooks(seasons, timeDecisionOf(asked), 'iid'), termsOf('iid'))];
  for (const significance of modes) {
    const decision = timeDecisionOf(inMode(asked, significance));
    shuffled.push(rateOf(shuffledLooks(seasons, decision, options.shuffles), termsOf(significance)));
    halves.push(rateOf(halvedLooks(seasons, decision, significance), termsOf(significance)));
    planted.push(...plantedDelays(seasons, decision, significance));
  }
  return { range, per, replays, shuffled, halves, planted, notices: distinctNotices(notices) };
}

async function replay(
  asked: DriftQuery,
  context: EvaluateContext,
  terms: RateTerms,
  notices: Notice[]
): Promise<Replay> {
  try {
    const result = await evaluate(inMode(asked, terms.significance), context);
    notices.push(...result.notices);
    return replayOf(result.kind === 'drift' ? result.verdicts : [], terms, marksOf(asked, context));
  } catch (error) {
    if (!(error instanceof BadQuery)) {
      throw error;
    }
    return { ...rateOf([], terms), fired: [], marked: precisionOf([], []), problem: error.message };
  }
}

/** Those of the query, and of annotations. */
function marksOf({ decision }: DriftQuery, { now, annotations }: EvaluateContext): Mark[] {
  return [...(decision.marks ?? []).map((mark) => readMark(mark, now)), ...(annotations?.marks ?? [])];
}

/** The same query in another mode; keys that belong to other modes are left out. Throws a BadQuery. */
export function inMode(asked: DriftQuery, significance: Significance): DriftQuery {
  const { falseAlarmEvery, calibration, exclude, marks = [], ...decision } = asked.decision;
  const query = parseQuery({
    ...asked,
    format: 'table',
    decision: {
      ...decision,
      significance,
      ...(significance === 'iid' ? {} : { calibration, exclude, marks }),
      ...(significance === 'sequential' ? { falseAlarmEvery } : {}),
    },
  });
  if (query.kind !== 'drift') {
    throw new BadQuery('Only queries of the kind "drift" can be audited.');
  }
  return query;
}
