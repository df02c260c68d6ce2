import { drawNormal } from '../../src/statistics/random/drawNormal';
import { seededRandom, type SeededRandom } from '../../src/statistics/random/seededRandom';
import { windowEvidence } from '../../src/statistics/performance/sequence/differenceEvidence';
import { learnedRates } from '../../src/statistics/performance/sequence/learnedRates';
import { lossRadius, lossTotals, rhoFor } from '../../src/statistics/performance/sequence/lossInterval';
import type { LossMoments, LossSums } from '../../src/statistics/performance/sequence/LossSums';
import type { VersionCounts } from '../../src/statistics/performance/sequence/VersionCounts';
import { row, share } from './markdown';
import { shadowRows } from './shadows';

const ALPHA = 0.05;
const TRIES = 600;
const Z = 1.959963984540054;

interface Split {
  readonly name: string;
  readonly looks: number;
  /** Rows of a window, and the rate and the new version's share in window i. */
  readonly rows: number;
  rate(i: number, random: SeededRandom): number;
  share(i: number): number;
}

const SPLITS: readonly Split[] = [
  { name: 'half and half, rate 80 %', looks: 300, rows: 100, rate: () => 0.8, share: () => 0.5 },
  { name: 'canary of a tenth, rate 80 %', looks: 400, rows: 200, rate: () => 0.8, share: () => 0.1 },
  { name: 'half and half, rate 2 %', looks: 300, rows: 400, rate: () => 0.02, share: () => 0.5 },
  {
    name: 'rates move together from window to window, 70 % to 90 %',
    looks: 300,
    rows: 100,
    rate: (_, random) => 0.7 + 0.2 * random.next(),
    share: () => 0.3,
  },
  {
    name: 'canary grows 1 → 50 % while both sag by 1 point',
    looks: 300,
    rows: 10000,
    rate: (i) => 0.8 - (0.01 * i) / 299,
    share: (i) => 0.01 + (0.49 * i) / 299,
  },
  {
    name: 'canary grows 1 → 50 % while both sag by 2 points',
    looks: 300,
    rows: 5000,
    rate: (i) => 0.8 - (0.02 * i) / 299,
    share: (i) => 0.01 + (0.49 * i) / 299,
  },
];

interface Losses {
  readonly name: string;
  readonly variance: number;
  draw(random: SeededRandom): number;
}

const LOSSES: readonly Losses[] = [
  { name: 'normal', variance: 1, draw: (random) => 3 + drawNormal(random) },
  { name: 'exponential', variance: 1, draw: (random) => -Math.log(1 - random.next()) },
  { name: 'log-normal, sigma 1', variance: 4.67, draw: (random) => Math.exp(drawNormal(random)) },
  { name: 'log-normal, sigma 2 (very heavy tail)', variance: 2926, draw: (random) => Math.exp(2 * drawNormal(random)) },
];

/** How often two equal versions are ever told apart, at any of many looks. */
export function sequenceSections(): Record<string, string[]> {
  return {
    'Versions side by side: two equal ones, looked at again and again': [
      `${TRIES} tries each. *ever outside*: the true difference of 0 lies outside the confidence sequence at some look. *z at each look*: |z| > 1.96 of the pooled counts at some look. *pooled, once*: the same at the last look alone.`,
      '',
      '| versions | looks | ever outside (95 % interval) | z at each look | pooled, once |',
      '|---|---|---|---|---|',
      ...SPLITS.map(splitRow),
      ...LOSSES.map(lossRow),
      ...shadowRows(),
    ],
    'Versions side by side: rows until it is known': [
      'Half and half, windows of 100 rows, old 80 %. *fixed*: rows of both that a test planned for this difference needs for 80 % power.',
      '',
      '| new | median of rows until 0 is outside | fixed | ratio |',
      '|---|---|---|---|',
      ...[0.7, 0.75, 0.85].map(untilRow),
    ],
  };
}

function splitRow(split: Split): string {
  let [outside, repeated, once] = [0, 0, 0];
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const random = seededRandom(attempt, split.name);
    const windows = Array.from({ length: split.looks }, (_, i) => {
      const rate = split.rate(i, random);
      const newRows = Math.max(1, Math.round(split.rows * split.share(i)));
      return drawWindow(random, split.rows - newRows, rate, newRows, rate);
    });
    outside += firstOutside(windows, 0) === null ? 0 : 1;
    const looks = zAtLooks(windows);
    repeated += looks.some((z) => Math.abs(z) > Z) ? 1 : 0;
    once += Math.abs(looks[looks.length - 1]) > Z ? 1 : 0;
  }
  return row([split.name, split.looks, share(outside, TRIES), share(repeated, TRIES), share(once, TRIES)]);
}

function lossRow({ name, variance, draw }: Losses): string {
  const looks = 300;
  let [outside, repeated, once] = [0, 0, 0];
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const random = seededRandom(attempt, name);
    const total = { weight: 0, weighted: 0, variance: 0 };
    const rho = rhoFor(variance, 0.1 * Math.sqrt(variance));
    let [isOutside, isRepeated, last] = [false, false, 0];
    for (let look = 0; look < looks; look++) {
      const window: LossSums = { old: moments(40, draw, random), new: moments(20, draw, random) };
      const of = lossTotals([window]);
      total.weight += of.weight;
      total.weighted += of.weighted;
      total.variance += of.variance;
      const centre = total.weighted / total.weight;
      isOutside ||= Math.abs(centre) > lossRadius(total, rho, ALPHA);
      last = total.weighted / Math.sqrt(total.variance);
      isRepeated ||= Math.abs(last) > Z;
    }
    outside += isOutside ? 1 : 0;
    repeated += isRepeated ? 1 : 0;
    once += Math.abs(last) > Z ? 1 : 0;
  }
  return row([`losses: ${name}`, looks, share(outside, TRIES), share(repeated, TRIES), share(once, TRIES)]);
}

function untilRow(rate: number): string {
  const rows: number[] = [];
  for (let attempt = 0; attempt < TRIES / 2; attempt++) {
    const random = seededRandom(attempt, `until ${rate}`);
    const windows = Array.from({ length: 400 }, () => drawWindow(random, 50, 0.8, 50, rate));
    rows.push(100 * ((firstOutside(windows, 0) ?? 400) + 1));
  }
  rows.sort((a, b) => a - b);
  const median = rows[Math.floor(rows.length / 2)];
  const fixed = (2 * ((Z + 0.8416) ** 2 * (0.16 + rate * (1 - rate)))) / (rate - 0.8) ** 2;
  return row([`${100 * rate} %`, median, Math.round(fixed), (median / fixed).toFixed(2)]);
}

/** The first look at which a difference is left out, by the evidence against it alone. */
function firstOutside(windows: readonly VersionCounts[], difference: number): number | null {
  const bets = learnedRates(windows);
  let evidence = 0;
  const at = windows.findIndex(
    (window, i) => (evidence += windowEvidence(window, bets[i], difference)) >= -Math.log(ALPHA)
  );
  return at < 0 ? null : at;
}

function zAtLooks(windows: readonly VersionCounts[]): number[] {
  let [n, s, m, t] = [0, 0, 0, 0];
  return windows.map((window) => {
    n += window.oldRows;
    s += window.oldHits;
    m += window.newRows;
    t += window.newHits;
    const p = (s + t) / (n + m);
    return p === 0 || p === 1 ? 0 : (t / m - s / n) / Math.sqrt(p * (1 - p) * (1 / n + 1 / m));
  });
}

function drawWindow(random: SeededRandom, oldRows: number, p: number, newRows: number, q: number): VersionCounts {
  return { oldRows, oldHits: hits(random, oldRows, p), newRows, newHits: hits(random, newRows, q) };
}

function hits(random: SeededRandom, rows: number, rate: number): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    sum += random.nextUint32() < rate * 4294967296 ? 1 : 0;
  }
  return sum;
}

function moments(rows: number, draw: Losses['draw'], random: SeededRandom): LossMoments {
  const values = Array.from({ length: rows }, () => draw(random));
  const mean = values.reduce((sum, value) => sum + value, 0) / rows;
  return { rows, mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (rows - 1) };
}
