import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { flightMetrics, historyOf, openMetrics } from '../../scripts/lib/flightMetrics.mjs';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { QualityResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { describeFinding, nextStep } from '../../src/verdict/quality/describeFinding';
import type { Row } from '../quality/faults';
import { flightsBetween } from '../quality/flights';
import { testServers } from './support/servers';
import { type StartedServer, startServer } from './support/startServer';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const EVERY = 10 * 60_000;
const FROM = Date.UTC(2013, 1, 5, 5);
/** A Tuesday in New York on which everything is broken, and the day before, on which nothing is. */
const BROKEN = { from: Date.UTC(2013, 1, 26, 5), to: Date.UTC(2013, 1, 27, 5) };
const WHOLE = { from: BROKEN.from - DAY, to: BROKEN.from };
/** On the day after the service is not scraped for three hours. */
const SILENT = { from: BROKEN.to, to: BROKEN.to + DAY };
const SILENCE = { from: SILENT.from + 9 * HOUR, to: SILENT.from + 12 * HOUR };
const FOLDER = path.resolve(__dirname, '../../.cache/prometheus/quality');

const isBroken = (time: number) => time >= BROKEN.from && time < BROKEN.to;
const isSilent = (time: number) => time >= SILENCE.from && time < SILENCE.to;

function broken(row: Row): Row {
  return isBroken(Number(row.time))
    ? {
        ...row,
        distance_miles: 1.609344 * Number(row.distance_miles),
        visibility_miles: null,
        carrier: row.carrier === 'B6' ? 'ZZ' : row.carrier,
        destination: String(row.destination).slice(0, 2),
        prediction: 'late',
      }
    : row;
}

/** What the service shows of its last flight at each scrape, by gauge. */
const GAUGES: Readonly<Record<string, (row: Row, time: number) => number>> = {
  temperature: ({ temperature_f: value }, time) =>
    isBroken(time) && (time / EVERY) % 3 === 0 ? NaN : Number(value ?? 30),
  wind: ({ scheduled_minutes: value }, time) =>
    isBroken(time) && time >= BROKEN.from + 9 * HOUR ? 9.2 : Number(value),
  delay: ({ airport_delay_minutes: value }, time) =>
    isBroken(time) && time % (6 * HOUR) === 0 ? Infinity : Number(value ?? 0),
  minutes: ({ scheduled_minutes: value }, time) => (time === BROKEN.from + 10 * HOUR ? -15 : Number(value)),
};

function historyOfGauge(name: string, rows: readonly Row[]): Map<string, Array<[number, number]>> {
  const samples: Array<[number, number]> = [];
  let next = 0;
  for (let time = FROM; time <= SILENT.to; time += EVERY) {
    while (next + 1 < rows.length && Number(rows[next + 1].time) < time) {
      next++;
    }
    samples.push([time, GAUGES[name](rows[next], time)]);
  }
  return new Map([[`flight_${name}{model="delay"}`, samples]]);
}

const CURRENT = {
  connection: 'metrics',
  matchers: 'model="delay"',
  features: [
    { name: 'distance', metric: 'flight_distance_miles' },
    { name: 'visibility', metric: 'flight_visibility_miles' },
    { name: 'scheduled', metric: 'flight_scheduled_minutes' },
    { name: 'prediction', metric: 'flight_predictions_total', label: 'class' },
    { name: 'actual', metric: 'flight_labels_total', label: 'actual' },
    { name: 'carrier', metric: 'flight_carriers_total', label: 'carrier' },
    { name: 'destination', metric: 'flight_destinations_total', label: 'destination' },
    { name: 'temperature', metric: 'flight_temperature' },
    { name: 'wind', metric: 'flight_wind' },
    { name: 'delay', metric: 'flight_delay' },
    { name: 'minutes', metric: 'flight_minutes', expect: { min: 0 } },
  ],
};

beforeAll(async () => {
  const rows = (await flightsBetween(FROM, SILENT.to)).map(broken);
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER, { recursive: true });
  const which = {
    histograms: ['distance_miles', 'visibility_miles', 'scheduled_minutes'],
    counters: ['predictions', 'labels', 'carriers', 'destinations'],
    labels: [],
  };
  const scrapes = { from: FROM, to: SILENT.to, every: EVERY };
  const metrics = flightMetrics(rows, which).flatMap((metric) =>
    renamed(metric, scraped(historyOf(metric, rows, scrapes)))
  );
  const gauges = Object.keys(GAUGES).map((name) =>
    openMetrics({ name: `flight_${name}`, type: 'gauge' }, scraped(historyOfGauge(name, rows)))
  );
  const text = path.join(FOLDER, 'metrics.txt');
  fs.writeFileSync(text, `${[...metrics, ...gauges].join('')}# EOF\n`);
  const { promtool } = JSON.parse(
    execFileSync(process.execPath, [path.resolve(__dirname, '../../scripts/findPrometheus.mjs')], { encoding: 'utf8' })
  ) as { promtool: string };
  const load = ['tsdb', 'create-blocks-from', 'openmetrics', '--max-block-duration=960h', text];
  execFileSync(promtool, [...load, path.join(FOLDER, 'blocks')], { stdio: ['ignore', 'ignore', 'inherit'] });
}, 300_000);

/** From the broken day on one of the histograms has another name. */
function renamed<Metric extends { name: string; type: string }>(metric: Metric, history: History): string[] {
  if (metric.name !== 'flight_scheduled_minutes') {
    return [openMetrics(metric, history)];
  }
  const part = (name: string, holds: (time: number) => boolean) =>
    openMetrics(
      { ...metric, name },
      new Map(
        Array.from(history, ([series, samples]) => [
          series.replace(metric.name, name),
          samples.filter(([time]) => holds(time)),
        ])
      )
    );
  return [
    part(metric.name, (time) => time <= BROKEN.from),
    part('flight_planned_minutes', (time) => time >= BROKEN.from),
  ];
}

type History = ReadonlyMap<string, Array<[number, number]>>;

function scraped(history: History): Map<string, Array<[number, number]>> {
  return new Map(Array.from(history, ([series, samples]) => [series, samples.filter(([time]) => !isSilent(time))]));
}

describe.each(testServers())('$name', ({ program, major }) => {
  let server: StartedServer;

  beforeAll(async () => {
    const data = path.join(FOLDER, `data-${major}`);
    fs.cpSync(path.join(FOLDER, 'blocks'), data, { recursive: true });
    server = await startServer(program, data);
  }, 60_000);
  afterAll(() => server.stop());

  async function check(range: { from: number; to: number }, more: object = {}): Promise<QualityResult> {
    const from = new Date(FROM).toISOString();
    const query = {
      kind: 'quality',
      current: CURRENT,
      baseline: { kind: 'window', from, to: new Date(WHOLE.from).toISOString() },
      bias: { prediction: 'prediction', label: 'actual' },
      ...more,
    };
    const connections = connectionsSchema.parse({ metrics: { type: 'prometheus', url: server.url } });
    const result = await evaluate(parseQuery(query), { range, now: SILENT.to + DAY, connections });
    if (result.kind !== 'quality') {
      throw new Error(result.kind);
    }
    return result;
  }

  const foundIn = ({ verdicts }: QualityResult) =>
    verdicts.flatMap(({ comparison, findings }) => findings.map(({ code }) => `${comparison.feature} ${code}`)).sort();

  it('finds nothing in a day as it was', async () => {
    expect(foundIn(await check(WHOLE))).toEqual([]);
  });

  it('names what the metrics show of a day on which everything is broken', async () => {
    const result = await check(BROKEN);
    expect(foundIn(result)).toEqual([
      'carrier category_new',
      'carrier category_vanished',
      'delay infinite',
      'destination truncated',
      'distance unit_changed',
      'minutes outside_range',
      'prediction constant',
      'prediction prediction_bias',
      'scheduled column_renamed',
      'temperature nan_changed',
      'visibility column_vanished',
      'wind stuck',
    ]);
    for (const finding of result.verdicts.flatMap(({ findings }) => findings)) {
      expect(describeFinding(finding)).not.toMatch(/undefined|null|unknown/);
      expect(nextStep(finding)).toMatch(/\.$/);
    }
  });

  it('says what metrics cannot show', async () => {
    const { notices } = await check(BROKEN);
    expect(notices.join('\n')).toMatch(/missing, malformed or NaN are in no histogram or counter/);
  });

  it('finds the hours in which nothing was scraped', async () => {
    const result = await check(SILENT);
    const rows = result.verdicts.find(({ comparison }) => comparison.feature === '(rows)');
    expect(rows?.findings.map(({ code, facts }) => [code, facts.from, facts.to])).toEqual([
      ['gap', SILENCE.from, SILENCE.to],
    ]);
  });
});
