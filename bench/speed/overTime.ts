import { decisionSchema } from '../../src/query/decision';
import { seededRandom } from '../../src/statistics/random/seededRandom';
import type { CountedSeries } from '../../src/statistics/time/CountedSeries';
import { edgeWidths } from '../../src/statistics/time/edgeWidths';
import { frozenEdges } from '../../src/statistics/time/frozenEdges';
import { regularPlaces, timelineOf } from '../../src/statistics/time/timelineOf';
import { decideInTime } from '../../src/verdict/time/decideInTime';
import type { TimedFeature } from '../../src/verdict/time/TimedFeature';

/**
 * Processor time and memory of a rule of 20 numbers with their missing rates: the newest of 12 weeks + 1 hour of hourly
 * windows, and every hour of the week that follows. Writes JSON to stdout.
 */
const [WEEK, DAY, FEATURES, M, C] = [168, 24, 20, 4, 8];
const HOURS = (M + C + 1) * WEEK;
const DECILES = [-1.28155, -0.84162, -0.5244, -0.25335, 0, 0.25335, 0.5244, 0.84162, 1.28155];

const features = Array.from({ length: FEATURES }, (_, i) => feature(`feature ${i}`));
const timeline = timelineOf(regularPlaces(HOURS, WEEK, DAY), { kind: 'seasonal', count: M }, C);
const decision = {
  decision: decisionSchema.parse({}),
  significance: 'sequential',
  falseAlarmEvery: 90,
  windowsPerDay: DAY,
} as const;

collect();
const before = process.memoryUsage();
const runs = Array.from({ length: 5 }, () => {
  const start = process.cpuUsage();
  const judge = decideInTime(features, timeline, decision);
  judge((M + C) * WEEK);
  const one = seconds(process.cpuUsage(start));
  const memory = held(before);
  for (let window = (M + C) * WEEK + 1; window < HOURS; window++) {
    judge(window);
  }
  const week = seconds(process.cpuUsage(start));
  return { one, week, memory };
});
process.stdout.write(
  JSON.stringify({
    seconds: median(runs.map(({ one }) => one)),
    secondsOfWeek: median(runs.map(({ week }) => week)),
    megabytes: runs[0].memory,
  })
);

function feature(name: string): TimedFeature {
  const random = seededRandom(1, name);
  const edges = frozenEdges(DECILES, [-4, 4]);
  const bins = edges.length + 1;
  const values = series('values', bins, () => Math.floor(bins * ((random.next() + random.next() + random.next()) / 3)));
  const missing = series('missing', 2, () => (random.next() < 0.02 ? 1 : 0));
  const pooled = new Float64Array(bins);
  values.counts.forEach((count, i) => (pooled[i % bins] += count));
  const scale = edgeWidths(edges, pooled);
  return {
    feature: name,
    type: 'numeric',
    segment: {},
    values: { ...values, widths: scale.widths },
    missing,
    bins: { kind: 'edges', edges, closed: 'right', scale },
    guarantee: 'exact',
  };
}

function series(kind: CountedSeries['kind'], bins: number, draw: () => number): CountedSeries {
  const counts = new Float64Array(HOURS * bins);
  for (let hour = 0; hour < HOURS; hour++) {
    for (let row = 0; row < 100; row++) {
      counts[hour * bins + draw()]++;
    }
  }
  return { kind, bins, counts, present: new Uint8Array(HOURS).fill(1) };
}

function seconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e6;
}

/** Megabytes of the process beyond those of before, which include the counts. */
function held(start: NodeJS.MemoryUsage): number {
  return (process.memoryUsage().rss - start.rss) / 1e6;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

function collect(): void {
  (globalThis as { gc?: () => void }).gc?.();
}
