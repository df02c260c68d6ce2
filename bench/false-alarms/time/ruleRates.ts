import { episodesOf } from '../../../src/statistics/time/episodes';
import { DAY, WEEK } from './drawStream';
import { drawRule, effectsFor, FEATURES, JUDGED_WEEKS, type Setup, timelineFor, weekRules } from './rules';

/** What a rule of 20 features, and each feature alone, did in some runs of 91 days without drift. */
export interface RuleRates {
  readonly runs: number;
  readonly windows: number;
  /** `sequential`: episodes of all features, each with a rule of its own; and of the rule of all. */
  readonly episodes: { readonly one: number; readonly rule: number };
  /** `calibrated`: windows with p ≤ alpha, likewise. By run, as windows of a run depend on one another. */
  readonly alarms: { readonly one: readonly number[]; readonly rule: readonly number[] };
}

interface Size {
  readonly features: number;
  /** That are judged. */
  readonly weeks: number;
}

/** The same name, setup and run give the same counts again. */
export function ruleRates(
  name: string,
  setup: Setup,
  runs: number,
  size: Size = { features: FEATURES, weeks: JUDGED_WEEKS }
): RuleRates {
  const [windows, episodes] = [size.weeks * WEEK, { one: 0, rule: 0 }];
  const alarms = { one: [] as number[], rule: [] as number[] };
  for (let run = 0; run < runs; run++) {
    const found = oneRun(name, setup, run, size);
    episodes.one += found.episodes.one;
    episodes.rule += found.episodes.rule;
    alarms.one.push(found.one / size.features);
    alarms.rule.push(found.rule);
  }
  return { runs, windows, episodes, alarms };
}

function oneRun(name: string, setup: Setup, run: number, size: Size) {
  const first = setup.references + setup.calibration;
  const weeks = first + size.weeks;
  const timeline = timelineFor(setup, weeks);
  const effects = drawRule(name, run, weeks, size.features).map((series) => effectsFor(series, timeline, setup));
  const ofRule = new Uint8Array(weeks * WEEK);
  const ofOne = effects.map(() => new Uint8Array(weeks * WEEK));
  let [one, rule] = [0, 0];
  for (let week = first; week < weeks; week++) {
    const rules = weekRules(effects, timeline, week);
    const isAbove = (limits: typeof rules.limits, i: number, window: number) =>
      rules.scores[i].score[window] > (limits[i] ?? Infinity);
    for (let window = week * WEEK; window < (week + 1) * WEEK; window++) {
      let isFound = false;
      effects.forEach((_, i) => {
        ofOne[i][window] = isAbove(rules.own, i, window) ? 1 : 0;
        ofRule[window] ||= isAbove(rules.limits, i, window) ? 1 : 0;
        one += (rules.ownCalibrated[i].pOf(0, window) ?? 1) <= 0.05 ? 1 : 0;
        isFound ||= (rules.calibrated.pOf(i, window) ?? 1) <= 0.05;
      });
      rule += isFound ? 1 : 0;
    }
  }
  const count = (alarms: Uint8Array) => episodesOf(alarms, DAY).length;
  return { one, rule, episodes: { one: ofOne.reduce((sum, each) => sum + count(each), 0), rule: count(ofRule) } };
}
