import { seededRandom } from '../../../src/statistics/random/seededRandom';
import { type Calibrated, calibratedP } from '../../../src/statistics/time/calibratedP';
import { type Effects, effectsOf } from '../../../src/statistics/time/effects';
import type { Stretch } from '../../../src/statistics/time/naturalVariation';
import { type Scale, scalesOf, SINGLE } from '../../../src/statistics/time/scales';
import { scoresOf } from '../../../src/statistics/time/scores';
import { type LimitedSeries, sequentialLimits } from '../../../src/statistics/time/sequential';
import { stretchesOf } from '../../../src/statistics/time/stretchesOf';
import { calibrationSeasons, type Timeline } from '../../../src/statistics/time/Timeline';
import { regularPlaces, timelineOf } from '../../../src/statistics/time/timelineOf';
import { type CountedStream, countStream } from './countStream';
import { DAY, type HourlyStream, STREAMS, streamNamed, WEEK } from './drawStream';

/** How much past a rule uses: seasons of each reference, and of the calibration. */
export interface Setup {
  readonly references: number;
  readonly calibration: number;
}

export const SETUPS: readonly Setup[] = [
  { references: 4, calibration: 8 },
  { references: 1, calibration: 3 },
];
export const FEATURES = 20;
export const JUDGED_WEEKS = 13;
/** Promised days between false alarms of the rule. */
export const PROMISE = 90;
export const ALPHA = 0.05;
export const MIXED = 'mixed';

/** The streams of a rule's features: all of one kind, or of different nature. */
export function streamsOf(name: string, run: number, features = FEATURES): HourlyStream[] {
  return Array.from({ length: features }, (_, i) =>
    name === MIXED ? STREAMS[(5 * i + run) % STREAMS.length] : streamNamed(name)
  );
}

/** Counts of all features of a rule. */
export function drawRule(name: string, run: number, weeks: number, features = FEATURES): CountedStream[] {
  return streamsOf(name, run, features).map((stream, i) =>
    countStream(stream, seededRandom(run + 1, `${name} ${i}`), weeks * WEEK)
  );
}

export function timelineFor({ references, calibration }: Setup, weeks: number): Timeline {
  return timelineOf(regularPlaces(weeks * WEEK, WEEK, DAY), { kind: 'seasonal', count: references }, calibration);
}

export function scalesFor({ calibration }: Setup): readonly Scale[] {
  return scalesOf(calibration * WEEK);
}

/** The limits and p-values of one week, of the rule and of each feature on its own. */
export interface WeekRules {
  readonly scores: readonly LimitedSeries[];
  readonly limits: ReadonlyArray<number | null>;
  readonly own: ReadonlyArray<number | null>;
  readonly calibrated: Calibrated;
  readonly ownCalibrated: readonly Calibrated[];
}

export function weekRules(effects: readonly Effects[], timeline: Timeline, week: number): WeekRules {
  const past = stretchesOf(timeline, calibrationSeasons(timeline, week));
  const scores = effects.map((one) => scored(one, timeline, week));
  const single = effects.map((one) => scored(atSingle(one), timeline, week));
  return {
    scores,
    limits: limitsOf(scores, timeline, past),
    own: scores.map((one) => limitsOf([one], timeline, past)[0]),
    calibrated: calibratedP(single, past, ALPHA),
    ownCalibrated: single.map((one) => calibratedP([one], past, ALPHA)),
  };
}

export function scored(effects: Effects, timeline: Timeline, week: number): LimitedSeries {
  return { kind: 'values', score: scoresOf(effects, timeline, week).score };
}

export function limitsOf(scores: readonly LimitedSeries[], timeline: Timeline, past: readonly Stretch[]) {
  return sequentialLimits(scores, timeline.block, past, PROMISE);
}

export function effectsFor(series: CountedStream, timeline: Timeline, setup: Setup): Effects {
  return effectsOf(series, timeline, scalesFor(setup));
}

function atSingle({ distance, chance, sums }: Effects): Effects {
  return { scales: SINGLE, distance: distance.slice(0, 1), chance: chance.slice(0, 1), sums };
}
