import fs from 'node:fs';
import path from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { BUCKETS, latencyOf } from '../../scripts/lib/flightMetrics.mjs';
import { sampleFromNumbers } from '../../src/distribution/sampleFromValues';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { WindowedVerdict } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { ks } from '../../src/statistics/numeric/ks';
import { DEMO } from './support/flights';
import { SUMMER, WINTER } from './support/periods';
import { testServers } from './support/servers';
import { type StartedServer, startServer } from './support/startServer';

const ROOT = path.resolve(__dirname, '../..');
const BLOCKS = path.join(ROOT, '.cache/prometheus/tests/dashboard');

interface Target {
  readonly kind: 'drift' | 'distribution';
  readonly current: { readonly features: ReadonlyArray<{ name: string }>; readonly query?: string };
  readonly baseline: { readonly query?: string };
}
interface Panel {
  readonly title: string;
  readonly targets?: readonly Target[];
}

const iso = (time: number) => new Date(time).toISOString();
const VARIABLES: Readonly<Record<string, string>> = {
  window: '7d',
  data: 'flights',
  feature: 'probability_late',
  baseline_from: iso(WINTER.from),
  baseline_to: iso(WINTER.to),
};

const dashboard = fs.readFileSync(path.join(ROOT, 'src/app/dashboards/flight-delays.json'), 'utf8');
const panels = (JSON.parse(dashboard) as { panels: Panel[] }).panels.flatMap(({ title, targets = [] }) =>
  targets.map((target): [string, Target] => [title, fill(target)])
);

/** As Grafana does. */
function fill<T>(target: T): T {
  return JSON.parse(JSON.stringify(target).replace(/\$(\w+)/g, (_, name: string) => VARIABLES[name])) as T;
}

/** The column behind each metric that counts by a label. */
const COUNTERS: Readonly<Record<string, { metric: string; label: string }>> = {
  prediction: { metric: 'flight_predictions_total', label: 'class' },
  carrier: { metric: 'flight_carriers_total', label: 'carrier' },
  destination: { metric: 'flight_destinations_total', label: 'destination' },
  origin: { metric: 'flight_predictions_total', label: 'origin' },
  outcome: { metric: 'flight_outcomes_total', label: 'outcome' },
  actual: { metric: 'flight_labels_total', label: 'actual' },
};

/** The same question to Prometheus: a column is a histogram or a counter's label, a query is a matcher. */
function toMetrics({ current, baseline, ...rest }: Target) {
  const features = current.features.map(({ name }) => ({ name, ...(COUNTERS[name] ?? { metric: `flight_${name}` }) }));
  // The versions that the panel compares are those of other months: these weeks have one each.
  const versions = current.query === undefined ? {} : { matchers: 'version!="1-backtest"' };
  const before = baseline.query === undefined ? {} : { matchers: 'version="1-backtest"' };
  return {
    ...common(rest),
    current: { connection: 'metrics', features, ...versions },
    baseline: { kind: 'selection', from: VARIABLES.baseline_from, to: VARIABLES.baseline_to, ...before },
  };
}

function toRows({ current, baseline, ...rest }: Target) {
  const features = current.features.map(({ name }) => ({ name, type: name in BUCKETS ? 'numeric' : 'categorical' }));
  const versions = current.query === undefined ? {} : { query: '-model_version:1-backtest' };
  const before = baseline.query === undefined ? {} : { query: 'model_version:1-backtest' };
  return {
    ...common(rest),
    current: { connection: 'flights', path: 'flights.parquet', timeField: 'time', features, ...versions },
    baseline: { kind: 'selection', from: VARIABLES.baseline_from, to: VARIABLES.baseline_to, ...before },
  };
}

/** What belongs to the host alone is left out. */
function common({ kind, window, segmentBy, tests, timezone }: Record<string, unknown>) {
  return { kind, window, segmentBy, tests, timezone };
}

async function ask(query: object, url: string): Promise<Map<string, WindowedVerdict>> {
  const connections = connectionsSchema.parse({
    metrics: { type: 'prometheus', url },
    flights: { type: 'file', folder: DEMO },
  });
  const result = await evaluate(parseQuery(query), { range: SUMMER, now: SUMMER.to, connections });
  if (result.kind !== 'drift' && result.kind !== 'distribution') {
    throw new Error(`not to be compared: ${result.kind}`);
  }
  const verdicts = result.kind === 'drift' ? result.verdicts : result.features.map(({ verdict }) => verdict);
  return new Map(
    verdicts.map((one) => [
      `${one.comparison.feature} ${JSON.stringify(one.comparison.segment)} ${one.window?.from}`,
      one,
    ])
  );
}

it('has panels to answer', () => {
  expect(panels.map(([title]) => title)).toEqual(
    expect.arrayContaining(['Drift by feature', 'All features, whole time range'])
  );
});

describe.each(testServers())('$name', ({ program, major }) => {
  let server: StartedServer;
  beforeAll(async () => {
    const data = path.join(ROOT, `.cache/prometheus/tests/dashboard-${major}`);
    fs.cpSync(BLOCKS, data, { recursive: true });
    server = await startServer(program, data);
  });
  afterAll(() => server.stop());

  it.each(panels)('answers the panel “%s” as the raw rows do', async (_, target) => {
    const [counted, raw] = await Promise.all([ask(toMetrics(target), server.url), ask(toRows(target), server.url)]);
    expect([...counted.keys()].sort()).toEqual([...raw.keys()].sort());
    for (const [key, metrics] of counted) {
      const rows = raw.get(key) as WindowedVerdict;
      compareCounts(key, metrics, rows);
      compareTests(key, metrics, rows);
      compareVerdicts(key, metrics, rows);
    }
  });

  it('finds the latency that the flights never had', async () => {
    const query = {
      kind: 'drift',
      current: { connection: 'metrics', features: [{ name: 'latency', metric: 'flight_latency_seconds' }] },
    };
    const baseline = { kind: 'window', from: VARIABLES.baseline_from, to: VARIABLES.baseline_to };
    const [verdict] = (await ask({ ...query, baseline }, server.url)).values();
    const [before, after] = await Promise.all([WINTER, SUMMER].map(latencies));
    const exact = ks(before, after, { seed: 1, permutations: 100 }).statistic ?? NaN;
    const bounded = verdict.tests.find(({ test }) => test === 'ks');
    expect(bounded?.statisticLow).toBeLessThanOrEqual(exact + 0.002);
    expect(bounded?.statisticHigh).toBeGreaterThanOrEqual(exact - 0.002);
  });
});

function compareCounts(key: string, { comparison: counted }: WindowedVerdict, { comparison: raw }: WindowedVerdict) {
  for (const side of ['baseline', 'current'] as const) {
    // A histogram does not observe what is missing; the window's first quarter of an hour is extrapolated.
    const { total, missing } = raw[side].counts;
    const observed = raw[side].kind === 'categories' ? total : total - missing;
    const off = Math.abs(counted[side].counts.total - observed);
    expect([key, side, off <= 3 + 0.01 * observed]).toEqual([key, side, true]);
  }
}

/** Slack for counts that are extrapolated and rounded, by how many there are. */
function slackOf({ comparison: { baseline, current } }: WindowedVerdict): number {
  return 0.004 + 4 / Math.max(1, Math.min(baseline.counts.total, current.counts.total));
}

/** Distances of the raw rows lie within the bounds of those of the metrics. */
function compareTests(key: string, counted: WindowedVerdict, raw: WindowedVerdict) {
  const slack = slackOf(raw);
  for (const { test, statistic, statisticLow, statisticHigh } of counted.tests) {
    const exact = raw.tests.find((one) => one.test === test)?.statistic ?? null;
    if (!DISTANCES.has(test) || exact === null || statistic === null) {
      continue;
    }
    // Where buckets could hold one value, nothing bounds a shift in deviations from above.
    const [low, high] = [statisticLow ?? statistic, statisticHigh ?? (statisticLow === null ? statistic : Infinity)];
    const isWithin = low <= exact + slack && high >= exact - slack;
    expect([key, test, isWithin || { low, exact, high, slack }]).toEqual([key, test, true]);
  }
}

const DISTANCES = new Set(['ks', 'wasserstein_normed', 'total_variation']);

/** Metrics never claim more than the rows do; where they claim less, they say what could hide. */
function compareVerdicts(key: string, counted: WindowedVerdict, raw: WindowedVerdict) {
  if (counted.verdict === raw.verdict || raw.effect === 'missing_rate') {
    return;
  }
  const what = [key, raw.verdict, counted.verdict, counted.reason.code];
  expect([what, (counted.severity ?? 0) <= (raw.severity ?? 0)]).toEqual([what, true]);
}

async function latencies({ from, to }: { from: number; to: number }) {
  const bytes = fs.readFileSync(path.join(DEMO, 'flights.parquet'));
  const rows = (await parquetReadObjects({
    file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    compressors,
    columns: ['time', 'flight_id'],
  })) as Array<{ time: Date; flight_id: string }>;
  return sampleFromNumbers(
    Float64Array.from(
      rows.filter(({ time }) => +time >= from && +time < to),
      latencyOf
    )
  );
}
