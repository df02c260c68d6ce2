import { seededRandom } from '../../../src/statistics/random/seededRandom';
import { calibratedP } from '../../../src/statistics/time/calibratedP';
import type { CountedSeries } from '../../../src/statistics/time/CountedSeries';
import { effectsOf } from '../../../src/statistics/time/effects';
import { SINGLE } from '../../../src/statistics/time/scales';
import { scoresOf } from '../../../src/statistics/time/scores';
import { stretchesOf } from '../../../src/statistics/time/stretchesOf';
import { calibrationSeasons } from '../../../src/statistics/time/Timeline';
import { trainingTimeline } from '../../../src/statistics/time/trainingTimeline';
import { percent, row } from '../markdown';
import { countStream } from './countStream';
import { DAY, streamNamed } from './drawStream';
import { meanInterval } from './intervals';
import { ALPHA } from './rules';

/** Days of the training data, of the stream's past, and judged ones. */
const [TRAINING, PAST, JUDGED] = [28, 56, 28];
const FEATURES = 10;
const RUNS = 12;
const STREAMS = ['iid', 'ar.5', 'ar.9', 'wander.9', 'heavy', 'slow'];
const SHIFT = 0.3;

/** Days against training data whose time is not known. Markdown by title. */
export function trainingSections(): Record<string, string[]> {
  return {
    'Drift in time: against training data without times': [
      `*calibrated*, daily windows, ${FEATURES} features: training data of ${TRAINING} days, ${PAST} days of past, ${JUDGED} judged days, ${RUNS} runs. *found*: one`,
      `feature of the rule moves by ${SHIFT} SD in all judged days. Intervals are of runs, as all days of a run share the training data.`,
      '',
      '| stream | one, no drift | 10, no drift | found |',
      '|---|---|---|---|',
      ...STREAMS.map((name) => {
        const runs = Array.from({ length: RUNS }, (_, run) => oneRun(name, run));
        return row([name, ...(['one', 'rule', 'found'] as const).map((key) => shown(runs.map((found) => found[key])))]);
      }),
    ],
  };
}

function shown(shares: readonly number[]): string {
  const [mean, low, high] = meanInterval(shares);
  return `${percent(mean)} (${percent(low)} to ${percent(Math.min(1, high))})`;
}

function oneRun(name: string, run: number) {
  const timeline = trainingTimeline(PAST, JUDGED);
  const first = PAST + 1;
  const stretches = stretchesOf(timeline, calibrationSeasons(timeline, first));
  const scored = (series: CountedSeries) => {
    const effects = effectsOf(series, timeline, SINGLE);
    const { score } = scoresOf(effects, timeline, first);
    for (let window = first; window < timeline.windows; window++) {
      score[window] = scoresOf(effects, timeline, window).score[window];
    }
    return { kind: 'values' as const, score };
  };
  const all = Array.from({ length: FEATURES }, (_, i) => scored(byDay(name, run, i, 0)));
  const shifted = all.with(0, scored(byDay(name, run, 0, SHIFT)));
  const rule = calibratedP(all, stretches, ALPHA);
  const found = calibratedP(shifted, stretches, ALPHA);
  const own = all.map((one) => calibratedP([one], stretches, ALPHA));
  const days = Array.from({ length: JUDGED }, (_, i) => first + i);
  const share = (isAlarm: (day: number) => boolean) => days.filter(isAlarm).length / JUDGED;
  return {
    one: own.reduce((sum, one) => sum + share((day) => (one.pOf(0, day) ?? 1) <= ALPHA), 0) / FEATURES,
    rule: share((day) => all.some((_, i) => (rule.pOf(i, day) ?? 1) <= ALPHA)),
    found: share((day) => (found.pOf(0, day) ?? 1) <= ALPHA),
  };
}

/** Window 0 is all training data, then a window for each day. */
function byDay(name: string, run: number, feature: number, shift: number): CountedSeries {
  const step = { from: (TRAINING + PAST) * DAY, size: shift };
  const random = seededRandom(run + 1, `training ${name} ${feature}`);
  const hours = countStream(streamNamed(name), random, (TRAINING + PAST + JUDGED) * DAY, step);
  const { bins } = hours;
  const windows = 1 + PAST + JUDGED;
  const counts = new Float64Array(windows * bins);
  hours.counts.forEach((count, i) => {
    const day = Math.floor(Math.floor(i / bins) / DAY);
    counts[Math.max(0, day - TRAINING + 1) * bins + (i % bins)] += count;
  });
  return { ...hours, counts, present: new Uint8Array(windows).fill(1) };
}
