import fs from 'node:fs';
import path from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';

export const DEMO = path.resolve(__dirname, '../../../demo');
const MINUTE = 60_000;
export const SCRAPE = 5 * MINUTE;

const time = (text: string) => Date.parse(text);
/** Four weeks of winter and four of summer: between them nothing is scraped. */
export const FEBRUARY = { from: time('2013-02-01T00:00:00Z'), to: time('2013-03-01T00:00:00Z') };
export const JULY = { from: time('2013-07-01T00:00:00Z'), to: time('2013-07-29T00:00:00Z') };

/** Bounds of the histograms that the replay keeps; a missing input is not observed. */
export const BUCKETS: Readonly<Record<string, readonly number[]>> = {
  probability_late: Array.from({ length: 19 }, (_, i) => (i + 1) / 20),
  distance_miles: [100, 200, 300, 400, 500, 750, 1000, 1250, 1500, 2000, 2500, 3000, 5000],
  airport_delay_minutes: [-10, -5, 0, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 240],
};

interface Flight {
  readonly time: Date;
  readonly model_version: string;
  readonly prediction: string;
  readonly [input: string]: unknown;
}

/**
 * The flights as a monitored service would show them to Prometheus: histograms, a counter by class and version, and a
 * summary and a gauge of the last hour's probabilities, scraped every five minutes. OpenMetrics text, for promtool.
 */
export async function flightsAsOpenMetrics(file: string): Promise<void> {
  const flights = await readFlights();
  const histograms = Object.keys(BUCKETS).map((input) => replayHistogram(input, flights));
  fs.writeFileSync(file, [...histograms, replayCounter(flights), replayGauge(flights), '# EOF\n'].join(''));
}

async function readFlights(): Promise<Flight[]> {
  const bytes = fs.readFileSync(path.join(DEMO, 'flights.parquet'));
  const rows = (await parquetReadObjects({
    file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    compressors,
    columns: ['time', 'model_version', 'prediction', ...Object.keys(BUCKETS)],
  })) as Flight[];
  return rows.filter(({ time: at }) => isIn(FEBRUARY, +at) || isIn(JULY, +at));
}

function isIn({ from, to }: { from: number; to: number }, at: number): boolean {
  return at >= from && at < to;
}

/** Moments of all scrapes, the ends of both ranges among them. */
function scrapes(): number[] {
  return [FEBRUARY, JULY].flatMap(({ from, to }) =>
    Array.from({ length: (to - from) / SCRAPE + 1 }, (_, i) => from + i * SCRAPE)
  );
}

/** Series by key, each a list of running counts: at a scrape at time t are counted the flights before t. */
function replay(flights: readonly Flight[], keysOf: (flight: Flight) => string[], initial: readonly string[]): string {
  const counts = new Map(initial.map((key) => [key, 0]));
  const lines = new Map(initial.map((key): [string, string[]] => [key, []]));
  let next = 0;
  for (const at of scrapes()) {
    for (; next < flights.length && +flights[next].time < at; next++) {
      for (const key of keysOf(flights[next])) {
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    lines.forEach((list, key) => list.push(`${key} ${counts.get(key)} ${at / 1000}\n`));
  }
  return [...lines.values()].map((list) => list.join('')).join('');
}

const VERSIONS = ['1-backtest', '2'];

function replayHistogram(input: string, flights: readonly Flight[]): string {
  const bounds = [...BUCKETS[input].map(String), '+Inf'];
  const key = (version: string, le: string) => `flight_${input}_bucket{model="delay",version="${version}",le="${le}"}`;
  const keysOf = ({ model_version, [input]: value }: Flight) =>
    typeof value === 'number'
      ? bounds.filter((le) => le === '+Inf' || value <= Number(le)).map((le) => key(model_version, le))
      : [];
  const initial = VERSIONS.flatMap((version) => bounds.map((le) => key(version, le)));
  return `# TYPE flight_${input} histogram\n${replay(flights, keysOf, initial)}`;
}

function replayCounter(flights: readonly Flight[]): string {
  const key = (version: string, label: string) =>
    `flight_predictions_total{model="delay",version="${version}",class="${label}"}`;
  const initial = VERSIONS.flatMap((version) => ['late', 'on_time'].map((label) => key(version, label)));
  const body = replay(flights, ({ model_version, prediction }) => [key(model_version, prediction)], initial);
  return `# TYPE flight_predictions counter\n${body}`;
}

/** The last flight's probability, as a gauge shows it at each scrape: most predictions are never seen. */
function replayGauge(flights: readonly Flight[]): string {
  const lines: string[] = ['# TYPE flight_last_probability gauge\n'];
  let next = 0;
  let last = NaN;
  for (const at of scrapes()) {
    for (; next < flights.length && +flights[next].time < at; next++) {
      last = Number(flights[next].probability_late);
    }
    lines.push(`flight_last_probability{model="delay"} ${last} ${at / 1000}\n`);
  }
  return lines.join('');
}
