import { seededRandom } from '../../../src/statistics/random/seededRandom';
import { stretchesOf } from '../../../src/statistics/time/stretchesOf';
import { calibrationSeasons } from '../../../src/statistics/time/Timeline';
import { countStream } from './countStream';
import { cusumLimit, cusumDelay } from './cusum';
import { streamNamed, WEEK } from './drawStream';
import { drawRule, effectsFor, FEATURES, limitsOf, scored, type Setup, timelineFor } from './rules';

/** How many times the noise of the stream a step is. */
export const STEPS = [2, 4, 8];
/** Weeks that are looked at after the step. */
const WEEKS_AFTER = 2;
/** The step comes at this hour of the first judged week. */
const AT = 30;
/** Those who know mean and noise are told by the first features alone: their limits need more runs than their delays. */
const STEPPED = 8;

export interface Delays {
  /** By step: windows from the step to the alarm, Infinity where it did not come in time. */
  readonly ours: ReadonlyArray<readonly number[]>;
  readonly cusum: ReadonlyArray<readonly number[]>;
}

/** A step in one of the 20 features of a rule, and how long the rule and an informed CUSUM take. */
export function delays(name: string, setup: Setup, runs: number, features = FEATURES, stepped = STEPPED): Delays {
  const first = setup.references + setup.calibration;
  const weeks = first + WEEKS_AFTER;
  const from = first * WEEK + AT;
  const timeline = timelineFor(setup, weeks);
  const stream = streamNamed(name);
  const ours = STEPS.map(() => [] as number[]);
  const cusum = STEPS.map(() => [] as number[]);
  for (let run = 0; run < runs; run++) {
    const all = drawRule(name, run, weeks, features);
    const effects = all.map((series) => effectsFor(series, timeline, setup));
    const others = [first, first + 1].map((week) => effects.map((one) => scored(one, timeline, week)));
    STEPS.forEach((step, s) => {
      const limit = cusumLimit(all, stream, step, from);
      for (let i = 0; i < stepped; i++) {
        const size = step * stream.noise;
        const series = countStream(stream, seededRandom(run + 1, `${name} ${i}`), weeks * WEEK, { from, size });
        const own = effectsFor(series, timeline, setup);
        ours[s].push(
          firstAlarm(
            [first, first + 1].map((week, w) => {
              const scores = others[w].with(i, scored(own, timeline, week));
              const limits = limitsOf(scores, timeline, stretchesOf(timeline, calibrationSeasons(timeline, week)));
              return { week, score: scores[i].score, limit: limits[i] ?? Infinity };
            }),
            from
          )
        );
        cusum[s].push(cusumDelay(series, stream, step, from, limit));
      }
    });
  }
  return { ours, cusum };
}

function firstAlarm(
  weeks: ReadonlyArray<{ readonly week: number; readonly score: Float64Array; readonly limit: number }>,
  from: number
): number {
  for (const { week, score, limit } of weeks) {
    for (let window = Math.max(from, week * WEEK); window < (week + 1) * WEEK; window++) {
      if (score[window] > limit) {
        return window - from + 1;
      }
    }
  }
  return Infinity;
}
