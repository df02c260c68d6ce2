import { drawNormal } from '../../src/statistics/random/drawNormal';
import type { SeededRandom } from '../../src/statistics/random/seededRandom';

/** Windows of a series: two weeks of hours. */
export const WINDOWS = 336;
const DAY = 24;

export interface ChangeStream {
  readonly name: string;
  /** Noise of variance 1 about a level of 0, with a season where there is one. */
  draw(random: SeededRandom): number[];
  /** Whether the season is asked to be taken away. */
  readonly isSeasonal?: boolean;
}

export const CHANGE_STREAMS: readonly ChangeStream[] = [
  { name: 'iid', draw: (random) => autoregression(0, random) },
  { name: 'ar.5', draw: (random) => autoregression(0.5, random) },
  { name: 'ar.9', draw: (random) => autoregression(0.9, random) },
  { name: 't₃', draw: (random) => series(() => heavy(random)) },
  {
    name: 'season, ar.5',
    isSeasonal: true,
    draw: (random) => autoregression(0.5, random).map((value, t) => value + 3 * Math.sin((2 * Math.PI * t) / DAY)),
  },
  {
    name: 'wandering (ar.9) beside noise',
    draw: (random) => autoregression(0.9, random).map((value) => Math.SQRT1_2 * (value + drawNormal(random))),
  },
  { name: 'ar.97', draw: (random) => autoregression(0.97, random) },
  {
    name: 'log-normal, ar.9',
    draw: (random) => autoregression(0.9, random).map((value) => Math.exp(1.2 * value) / 3.7),
  },
];

export const SEASON = { period: DAY, phases: Array.from({ length: WINDOWS }, (_, t) => t % DAY) };

function autoregression(phi: number, random: SeededRandom): number[] {
  let last = drawNormal(random);
  return series((t) => {
    last = t === 0 ? last : phi * last + Math.sqrt(1 - phi * phi) * drawNormal(random);
    return last;
  });
}

/** Student's t with three degrees of freedom, of variance 1. */
function heavy(random: SeededRandom): number {
  const square = [0, 0, 0].reduce((sum) => sum + drawNormal(random) ** 2, 0);
  return drawNormal(random) / Math.sqrt(square);
}

function series(draw: (t: number) => number): number[] {
  return Array.from({ length: WINDOWS }, (_, t) => draw(t));
}
