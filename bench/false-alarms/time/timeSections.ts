import { percent, row, share } from '../markdown';
import { type Delays, delays, STEPS } from './delays';
import { STREAMS } from './drawStream';
import { iidRates } from './iidRates';
import { meanInterval, poissonInterval } from './intervals';
import { FEATURES, JUDGED_WEEKS, MIXED, PROMISE, SETUPS, type Setup } from './rules';
import { ruleRates } from './ruleRates';

/** Fewer of the streams that came last, for want of time. */
const RUNS = 8;
const FEWER_RUNS = 4;
const LAST = ['growth', 'trend', 'slow', 'heavy', 'storms', MIXED];
const IID_RUNS = 2;
const DELAY_RUNS = 3;
const DAYS = 7 * JUDGED_WEEKS;
const STEPPED = ['iid', 'season', 'ar.9', 'hetero', 'wander.9'];

/** Drift in time: streams without drift in all modes, and how long a step takes. Markdown by title. */
export function timeSections(): Record<string, string[]> {
  const names = [...STREAMS.map(({ name }) => name), MIXED];
  return { ...rateSection(names.flatMap((name) => SETUPS.map((setup) => rateRow(name, setup)))), ...delaySection() };
}

export function rateSection(rows: readonly string[]): Record<string, string[]> {
  return {
    'Drift in time: streams without drift': [
      `Hourly windows, ${FEATURES} features, *runs* of ${DAYS} days. *iid*: windows with any p ≤ 5 % against the same hour of four weeks. *calibrated*: the`,
      `same with p from replayed windows. *sequential*: episodes in ${PROMISE} days, of which one is promised. *past*: seasons of the`,
      'reference and of the calibration. *one*: each feature with a rule of its own; *20*: one rule for all. Intervals: Wilson’s',
      '(iid), of runs (calibrated), of Poisson counts (sequential).',
      '',
      'Streams, 200 rows an hour: *iid*; *ar.5*, *ar.9*, *scrapes*: rows are AR(1) with φ .5, .9, .99; *wander.9*, *slow*: the means of hours are, with',
      'φ .9, .99 and SD .2; *season*: a day and a week in mean and volume; *hetero*: nights vary four times as much as days; *growth*: volume doubles in',
      'twelve weeks; *trend*: a third of an SD in twelve weeks; *heavy*: means from t₃; *storms*: about once in six weeks half a day is off by 0.5 to 1.5',
      'SD; *mixed*: features of different kinds. Means of *season*, *growth*, *trend*, *storms* also vary with φ .5 and SD .2. *iid* is asked of 96 windows.',
      '',
      '| stream | past | runs | iid, one | iid, 20 | calibrated, one | calibrated, 20 | sequential, one | sequential, 20 |',
      '|---|---|---|---|---|---|---|---|---|',
      ...rows,
    ],
  };
}

export function delaySection(): Record<string, string[]> {
  return {
    'Drift in time: windows until a step is found': [
      `Median of ${8 * DELAY_RUNS} steps in one of ${FEATURES} features under one sequential rule (4 + 8 weeks), and quartiles; – : not within two weeks. The CUSUM`,
      'knows the mean, the noise and the size of the step, and alarms over these same features once in the promised time.',
      '',
      `| stream | noise, SD | step | sequential | informed CUSUM |`,
      '|---|---|---|---|---|',
      ...STEPPED.flatMap((name) => delayRows(name, delays(name, SETUPS[0], DELAY_RUNS))),
    ],
  };
}

/** Rates of one stream and setup, also on stderr as soon as they are known. */
export function rateRow(name: string, setup: Setup): string {
  const found = ruleRates(name, setup, LAST.includes(name) ? FEWER_RUNS : RUNS);
  const { windows, runs, alarms, episodes } = found;
  const written = row([
    name,
    `${setup.references} + ${setup.calibration}`,
    runs,
    ...iidCells(name, setup),
    shareOfRuns(alarms.one, windows),
    shareOfRuns(alarms.rule, windows),
    episodesOf(episodes.one, runs * FEATURES),
    episodesOf(episodes.rule, runs),
  ]);
  process.stderr.write(`${written}\n`);
  return written;
}

/** Does not depend on the setup: in its first row alone. */
export function iidCells(name: string, setup: Setup): string[] {
  if (setup !== SETUPS[0]) {
    return ['', ''];
  }
  const { one, rule, windows } = iidRates(name, IID_RUNS);
  return [share(one, windows), share(rule, windows)];
}

function shareOfRuns(counts: readonly number[], windows: number): string {
  const [mean, low, high] = meanInterval(counts.map((count) => count / windows));
  return `${percent(mean)} (${percent(low)} to ${percent(high)})`;
}

function episodesOf(count: number, runs: number): string {
  const [mean, low, high] = [count, ...poissonInterval(count)].map((value) =>
    ((value / runs / DAYS) * PROMISE).toFixed(2)
  );
  return `${mean} (${low} to ${high})`;
}

function delayRows(name: string, { ours, cusum }: Delays): string[] {
  const noise = STREAMS.find((stream) => stream.name === name)?.noise ?? NaN;
  return STEPS.map((step, i) =>
    row([name, noise.toFixed(2), `${step} × noise`, quartiles(ours[i]), quartiles(cusum[i])])
  );
}

function quartiles(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, middle, high] = [0.25, 0.5, 0.75].map((q) => {
    const value = sorted[Math.floor(q * (sorted.length - 1) + 0.5)];
    return Number.isFinite(value) ? String(value) : '–';
  });
  return `${middle} (${low} to ${high})`;
}
