import { spawnSync } from 'node:child_process';
import { alarmsOf, onlineDetector } from '../../src/statistics/change/online/onlineDetectors';
import { findChanges } from '../../src/statistics/change/findChanges';
import { optimalPartition } from '../../src/statistics/change/optimalPartition';
import { subtractSeason } from '../../src/statistics/change/subtractSeason';
import { seededRandom } from '../../src/statistics/random/seededRandom';
import { CHANGE_STREAMS, type ChangeStream, SEASON, WINDOWS } from './changeStreams';
import { row, share } from './markdown';

const RUNS = 100;
const STEP = 3;
const RAMP = 48;
const NEAR = 10;
const ALPHA = 0.01;

/** Where a method sees changes; the season is taken away before. */
type Method = (values: readonly number[]) => readonly number[];

const METHODS: ReadonlyArray<readonly [string, Method]> = [
  ['`change`', (values) => findChanges(values, { alpha: ALPHA }).changes.map(({ start, end }) => (start + end) / 2)],
  ['least squares, BIC', leastSquares],
  ...(['adwin', 'page_hinkley', 'kswin', 'cusum'] as const).map((name) => {
    const method: Method = (values) => alarmsOf(onlineDetector(name), values);
    return [`\`${name}\``, method] as const;
  }),
];

interface Drawn {
  readonly steady: readonly number[];
  readonly stepped: readonly number[];
  readonly ramped: readonly number[];
  /** Where the step is, and the middle of the ramp. */
  readonly at: number;
}

/** How often a change is found where there is none, and where there is one: a step, or a ramp. */
export function changeSections(python: string): Record<string, string[]> {
  const streams = CHANGE_STREAMS.map((stream) => ({ stream, drawn: drawAll(stream) }));
  return {
    'Change points: series without a change, and with one': [
      `${RUNS} series of ${WINDOWS} windows each; a step of ${STEP} standard deviations of the noise between a fifth and four fifths. *found*: a series without a change in which one is found. *right*: exactly one, within ${NEAR} windows. A known season is taken away before, for every method. *ruptures*: \`KernelCPD\` with \`rbf\`, penalty 10.`,
      '',
      '| noise | method | found (95 % interval) | right (95 % interval) |',
      '|---|---|---|---|',
      ...streams.flatMap(({ stream, drawn }) => [
        ...METHODS.map(([name, method]) => rateRow(stream.name, name, drawn, method)),
        rupturesRow(python, stream.name, drawn),
      ]),
    ],
    'Change points: ramps, and how surely a place is given': [
      `The same series; ramps of ${RAMP} windows to ${STEP} standard deviations. *covered*: steps that lie in the interval given for them, of those found; *width*: median of its windows.`,
      '',
      '| noise | ramps found (95 % interval) | called one gradual change (95 % interval) | steps covered (95 % interval) | width |',
      '|---|---|---|---|---|',
      ...streams.map(({ stream, drawn }) => rampRow(stream.name, drawn)),
    ],
  };
}

function drawAll(stream: ChangeStream): Drawn[] {
  const random = seededRandom(1, `change ${stream.name}`);
  const without = (values: number[]) =>
    stream.isSeasonal === true ? subtractSeason(values, SEASON).map((value) => value ?? 0) : values;
  return Array.from({ length: RUNS }, () => {
    const at = Math.floor(WINDOWS / 5) + random.below(Math.floor((WINDOWS * 3) / 5));
    const draw = (change: (t: number) => number) => without(stream.draw(random).map((value, t) => value + change(t)));
    return {
      at,
      steady: draw(() => 0),
      stepped: draw((t) => STEP * Number(t >= at)),
      ramped: draw((t) => STEP * Math.min(1, Math.max(0, (t - at) / RAMP + 0.5))),
    };
  });
}

function rateRow(stream: string, name: string, drawn: readonly Drawn[], method: Method): string {
  const found = drawn.filter(({ steady }) => method(steady).length > 0).length;
  const right = drawn.filter(({ stepped, at }) => isRight(method(stepped), at)).length;
  return row([stream, name, share(found, RUNS), share(right, RUNS)]);
}

function isRight(changes: readonly number[], at: number): boolean {
  return changes.length === 1 && Math.abs(changes[0] - at) <= NEAR;
}

function rupturesRow(python: string, stream: string, drawn: readonly Drawn[]): string {
  const series = drawn.flatMap(({ steady, stepped }) => [steady, stepped]);
  const { status, stdout, stderr } = spawnSync(python, ['bench/peers/change_ruptures.py'], {
    input: JSON.stringify(series),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) {
    throw new Error(stderr);
  }
  const changes = JSON.parse(stdout) as number[][];
  const found = drawn.filter((_, k) => changes[2 * k].length > 0).length;
  const right = drawn.filter(({ at }, k) => isRight(changes[2 * k + 1], at)).length;
  return row([stream, 'ruptures', share(found, RUNS), share(right, RUNS)]);
}

function rampRow(stream: string, drawn: readonly Drawn[]): string {
  const ramps = drawn.map(({ ramped }) => findChanges(ramped, { alpha: ALPHA }).changes);
  const gradual = ramps.filter((changes) => changes.length === 1 && changes[0].kind === 'gradual');
  const intervals = drawn.flatMap(({ stepped, at }) => {
    const near = findChanges(stepped, { alpha: ALPHA }).changes.filter(({ start }) => Math.abs(start - at) <= NEAR);
    return near.flatMap(({ interval }) => (interval === null ? [] : [{ interval, at }]));
  });
  const covered = intervals.filter(({ interval: [low, high], at }) => low <= at && at <= high).length;
  const widths = intervals.map(({ interval: [low, high] }) => high - low + 1).sort((a, b) => a - b);
  return row([
    stream,
    share(ramps.filter((changes) => changes.length > 0).length, RUNS),
    share(gradual.length, RUNS),
    share(covered, Math.max(1, intervals.length)),
    widths[widths.length >> 1] ?? '–',
  ]);
}

/** By the variance of neighboring differences, as if windows were independent: two parameters a change. */
function leastSquares(values: readonly number[]): readonly number[] {
  const variance =
    values.slice(1).reduce((sum, value, t) => sum + (value - values[t]) ** 2 / 2, 0) / (values.length - 1);
  return optimalPartition(values, 2 * Math.log(values.length) * variance);
}
