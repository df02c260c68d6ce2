import { calibratedP } from '../../statistics/time/calibratedP';
import { episodesOf } from '../../statistics/time/episodes';
import type { Stretch } from '../../statistics/time/naturalVariation';
import { type SeasonScores, scoresOf } from '../../statistics/time/scores';
import { sequentialLimits } from '../../statistics/time/sequential';
import { stretchesOf } from '../../statistics/time/stretchesOf';
import { calibrationSeasons, type Timeline } from '../../statistics/time/Timeline';
import type { UsualScores } from './OverTime';
import type { TimeDecision } from './TimeDecision';
import type { TimedSeries } from './timedSeries';
import { usualScores } from './usualScores';

/** What the past of one season says of all series: the same for every window of the season. */
export interface SeasonEvidence {
  readonly stretches: readonly Stretch[];
  readonly seasonsNeeded: number;
  readonly bySeries: readonly SeriesEvidence[];
  readonly observed: number;
  readonly promised: number;
}

export interface SeriesEvidence {
  readonly series: TimedSeries;
  readonly scores: SeasonScores;
  /** What a score must exceed; null where the past tells too little of this series. */
  readonly limit: number | null;
  /** What scores the calibration had; null where none was replayed. */
  readonly usual: UsualScores | null;
  /** `calibrated`: p of a window, adjusted for all series. */
  pOf(window: number): number | null;
}

/** So much of the seasons of a calibration must have data, and at least two of them. */
const ENOUGH = 0.75;

/** A series whose past is too short takes no part in the limits of the others. */
export function seasonEvidence(
  all: readonly TimedSeries[],
  timeline: Timeline,
  season: number,
  decision: TimeDecision
): SeasonEvidence {
  const wanted = calibrationSeasons(timeline, season);
  const stretches = stretchesOf(timeline, wanted);
  const seasonsNeeded = Math.max(2, Math.ceil(ENOUGH * wanted.length));
  const scored = all.map((series) => ({ series, scores: scoresOf(series.effects, timeline, season) }));
  const known = scored.filter(({ scores }) => scores.seasons >= seasonsNeeded);
  const judged = known.map(({ series, scores }) => ({ kind: series.series.kind, score: scores.score }));
  const rule = decision.significance === 'calibrated' ? byReplay : byLimits;
  const { limits, pOf, observed, promised } = rule(judged, timeline, stretches, decision);
  const bySeries = scored.map((one) => {
    const at = known.indexOf(one);
    return {
      ...one,
      limit: at < 0 ? null : limits[at],
      usual: usualScores(one.scores.score, stretches),
      pOf: (window: number) => (at < 0 ? null : pOf(at, window)),
    };
  });
  return { stretches, seasonsNeeded, bySeries, observed, promised };
}

interface Rule {
  readonly limits: ReadonlyArray<number | null>;
  readonly pOf: (series: number, window: number) => number | null;
  readonly observed: number;
  readonly promised: number;
}

type Judged = Parameters<typeof sequentialLimits>[0];

function byReplay(
  series: Judged,
  _timeline: Timeline,
  stretches: readonly Stretch[],
  { decision: { alpha } }: TimeDecision
): Rule {
  const calibrated = calibratedP(series, stretches, alpha);
  return {
    limits: series.map((_, i) => calibrated.limitOf(i)),
    pOf: calibrated.pOf,
    observed: calibrated.observed,
    promised: alpha * calibrated.windows,
  };
}

function byLimits(
  series: Judged,
  { block, windows }: Timeline,
  stretches: readonly Stretch[],
  { falseAlarmEvery, windowsPerDay }: TimeDecision
): Rule {
  const limits = sequentialLimits(series, block, stretches, falseAlarmEvery);
  const isAlarm = new Uint8Array(windows);
  const blocks = new Set<number>();
  for (const [start, end] of stretches) {
    for (let window = start; window < end; window++) {
      blocks.add(block[window]);
      isAlarm[window] = series.some(({ score }, i) => score[window] > (limits[i] ?? Infinity)) ? 1 : 0;
    }
  }
  return {
    limits,
    pOf: () => null,
    observed: episodesOf(isAlarm, windowsPerDay).length,
    promised: blocks.size / falseAlarmEvery,
  };
}
