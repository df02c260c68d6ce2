import { drawNormal } from '../../../src/statistics/random/drawNormal';
import type { SeededRandom } from '../../../src/statistics/random/seededRandom';

/** One feature's rows, hour by hour. Nothing drifts unless a step is planted. */
export interface HourlyStream {
  readonly name: string;
  /** Rows of each hour, about. */
  readonly rows: number;
  /** Standard deviation of the hours' means around what is usual at that time of the week: the noise of the stream. */
  readonly noise: number;
  /** Standard deviation of all rows, for the edges. */
  readonly deviation: number;
  /** What the mean of an hour is apart from noise: as much as an informed detector knows. */
  readonly usual?: (hour: number) => number;
  /** Starts a feature: what draws hour after hour into `values`, and says how many rows there are. */
  start(random: SeededRandom): (hour: number, values: Float64Array) => number;
}

const ROWS = 200;
export const DAY = 24;
export const WEEK = 168;
/** Hours of the history that growth and trend are spread over. */
const QUARTER = 12 * WEEK;

/** The streams of bench/false-alarms.md, "Drift in time". */
export const STREAMS: readonly HourlyStream[] = [
  meansOf('iid', 0, 1, () => () => 0),
  rowsOf('ar.5', 0.5),
  rowsOf('ar.9', 0.9),
  rowsOf('scrapes', 0.99),
  meansOf('wander.9', 0.2, 1.02, (random) => autoregressive(random, 0.9, 0.2)),
  {
    ...meansOf('season', 0.2, 1.15, seasonal, (hour) => Math.round(ROWS * (1 + 0.6 * Math.sin(daily(hour))))),
    usual: seasonOf,
  },
  meansOf('hetero', 0.29, 1.05, (random) => (hour) => drawNormal(random) * (isNight(hour) ? 0.4 : 0.1)),
  meansOf(
    'growth',
    0.2,
    1.02,
    (random) => autoregressive(random, 0.5, 0.2),
    (hour) => Math.round(ROWS * 2 ** (hour / QUARTER - 1))
  ),
  meansOf('trend', 0.2, 1.05, trending),
  meansOf('slow', 0.2, 1.02, (random) => autoregressive(random, 0.99, 0.2)),
  meansOf('heavy', 0.17, 1.02, (random) => () => 0.1 * drawT3(random)),
  meansOf('storms', 0.2, 1.05, stormy),
];

export function streamNamed(name: string): HourlyStream {
  const found = STREAMS.find((stream) => stream.name === name);
  if (!found) {
    throw new Error(`no stream is called ${name}`);
  }
  return found;
}

/** Normal rows around a mean that moves. */
function meansOf(
  name: string,
  spread: number,
  deviation: number,
  means: (random: SeededRandom) => (hour: number) => number,
  rowsAt: (hour: number) => number = () => ROWS
): HourlyStream {
  return {
    name,
    rows: ROWS,
    noise: Math.sqrt(spread * spread + 1 / ROWS),
    deviation,
    start: (random) => {
      const mean = means(random);
      return (hour, values) => {
        const [rows, centre] = [rowsAt(hour), mean(hour)];
        for (let i = 0; i < rows; i++) {
          values[i] = centre + drawNormal(random);
        }
        return rows;
      };
    },
  };
}

/** Rows that depend on the row before: AR(1) with standard deviation 1. */
function rowsOf(name: string, phi: number): HourlyStream {
  const noise = Math.sqrt((1 + phi) / (1 - phi) / ROWS);
  return {
    name,
    rows: ROWS,
    noise: Math.min(1, noise),
    deviation: 1,
    start: (random) => {
      const step = autoregressive(random, phi, 1);
      return (_hour, values) => {
        for (let i = 0; i < ROWS; i++) {
          values[i] = step();
        }
        return ROWS;
      };
    },
  };
}

/** AR(1) with this standard deviation, from its stationary distribution on. */
function autoregressive(random: SeededRandom, phi: number, deviation: number): () => number {
  let value = drawNormal(random) * deviation;
  const innovation = deviation * Math.sqrt(1 - phi * phi);
  return () => (value = phi * value + innovation * drawNormal(random));
}

/** Means that wander a little around those of the season. */
function seasonal(random: SeededRandom): (hour: number) => number {
  const wander = autoregressive(random, 0.5, 0.2);
  return (hour) => seasonOf(hour) + wander();
}

/** Half a deviation up and down over the day, lower at the weekend. */
function seasonOf(hour: number): number {
  return 0.5 * Math.sin(daily(hour) + 1) - (Math.floor(hour / DAY) % 7 >= 5 ? 0.5 : 0);
}

/** A third of a deviation in twelve weeks. */
function trending(random: SeededRandom): (hour: number) => number {
  const wander = autoregressive(random, 0.5, 0.2);
  return (hour) => hour / QUARTER / 3 + wander();
}

/** About once in six weeks half a day in which the mean lies half to one and a half deviations off. */
function stormy(random: SeededRandom): (hour: number) => number {
  const wander = autoregressive(random, 0.5, 0.2);
  let [left, size] = [0, 0];
  return () => {
    if (left === 0 && random.next() < 1 / (6 * WEEK)) {
      left = DAY / 2;
      size = (0.5 + random.next()) * (random.next() < 0.5 ? -1 : 1);
    }
    left = Math.max(0, left - 1);
    return wander() + (left > 0 ? size : 0);
  };
}

/** Student's t with three degrees of freedom. */
function drawT3(random: SeededRandom): number {
  const squares = drawNormal(random) ** 2 + drawNormal(random) ** 2 + drawNormal(random) ** 2;
  return drawNormal(random) / Math.sqrt(squares / 3);
}

function daily(hour: number): number {
  return (2 * Math.PI * hour) / DAY;
}

function isNight(hour: number): boolean {
  return hour % DAY < 8;
}
