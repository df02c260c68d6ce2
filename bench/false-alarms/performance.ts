import { mergeOutcomes } from '../../src/outcomes/mergeOutcomes';
import type { PerformanceMetric } from '../../src/query/performanceMetric';
import { performanceDecisionSchema } from '../../src/query/performanceQuery';
import { measurePerformance } from '../../src/statistics/performance/measurePerformance';
import { seededRandom, type SeededRandom } from '../../src/statistics/random/seededRandom';
import { studentTwoSidedTail } from '../../src/statistics/special/studentTwoSidedTail';
import { judgePerformance } from '../../src/verdict/performance/judgePerformance';
import { metricScale } from '../../src/verdict/performance/metricScale';
import type { PerformanceSide } from '../../src/verdict/performance/PerformanceCase';
import { FLIGHT_ROLES, type FlightDay, flightDays, outcomesOf } from './flightDays';
import { row, share } from './markdown';

const METRICS: readonly PerformanceMetric[] = ['accuracy', 'roc_auc', 'f1', 'brier', 'precision', 'recall'];
const ALPHA = 0.05;
const BLOCK_TRIES = 600;
const PAST_TRIES = 1500;
/** Days on each side, and past windows by their length. */
const SIDES = [
  [28, 28],
  [14, 14],
  [56, 28],
] as const;
const PAST = [
  { length: 1, count: 28 },
  { length: 1, count: 9 },
  { length: 7, count: 9 },
] as const;
const STEADY = { rows: 5000, past: 12, rate: 0.8 };
const QUIET = 50;

/**
 * How often a metric is significantly worse or better though nothing changed: version 2's days of the demo's flights, shuffled, so
 * that baseline and current days are drawn from the same ones. They hang together as real days do.
 */
export async function performanceSections(): Promise<Record<string, string[]>> {
  const days = await flightDays();
  return {
    'Performance: days of the flights, shuffled': [
      `${days.length} days of version 2, July to December, shuffled and dealt to both sides: nothing changed between them. Each cell: tries with p ≤ 0.05 (95 % interval). *rows*: the same sides by \`"significance": "iid"\`.`,
      '',
      `| days | tries | by | ${METRICS.join(' | ')} |`,
      `|---|---|---|${METRICS.map(() => '---').join('|')}|`,
      ...SIDES.flatMap((sizes) => blockRows(days, sizes)),
    ],
    'Performance: short windows against past ones': [
      `The same days. *sizes left out*: t = (l − mean)/(s·√(1 + 1/k)), which takes the current window for one as large as the past ones. *quiet*: the current window has ${QUIET} rows of a day.`,
      '',
      `| windows | past | current | by | ${METRICS.join(' | ')} |`,
      `|---|---|---|---|${METRICS.map(() => '---').join('|')}|`,
      ...PAST.flatMap((past) => [
        ...pastRows(days, past, false),
        ...(past.length === 1 ? pastRows(days, past, true) : []),
      ]),
      ...steadyRows(),
    ],
  };
}

function blockRows(days: readonly FlightDay[], [before, now]: readonly [number, number]): string[] {
  const random = seededRandom(1, `blocks ${before} ${now}`);
  const found = { blocks: counter(), iid: counter() };
  for (let attempt = 0; attempt < BLOCK_TRIES; attempt++) {
    const dealt = shuffled(days, random);
    const [baseline, current] = [sideOf(dealt.slice(0, before)), sideOf(dealt.slice(before, before + now))];
    for (const significance of ['blocks', 'iid'] as const) {
      count(found[significance], pValues(current, baseline, [], significance));
    }
  }
  return (['blocks', 'iid'] as const).map((name) =>
    row([
      `${before}, ${now}`,
      BLOCK_TRIES,
      name === 'blocks' ? 'days' : 'rows',
      ...found[name].map((hits) => share(hits, BLOCK_TRIES)),
    ])
  );
}

function pastRows(
  days: readonly FlightDay[],
  { length, count: windows }: { readonly length: number; readonly count: number },
  isQuiet: boolean
): string[] {
  const random = seededRandom(1, `past ${length} ${windows} ${isQuiet}`);
  const found = { sizes: counter(), plain: counter() };
  for (let attempt = 0; attempt < PAST_TRIES; attempt++) {
    const dealt = shuffled(days, random);
    const [first, ...past] = Array.from({ length: windows + 1 }, (_, i) =>
      sideOf(dealt.slice(i * length, (i + 1) * length))
    );
    const current = isQuiet ? sideOf([quiet(dealt[0], random)]) : first;
    count(found.sizes, pValues(current, null, past, 'blocks'));
    count(
      found.plain,
      METRICS.map((metric) => plainP(metric, current, past))
    );
  }
  return (['sizes', 'plain'] as const).map((name) =>
    row([
      `${length} ${length === 1 ? 'day' : 'days'}`,
      windows,
      isQuiet ? 'quiet' : 'as the past ones',
      name === 'sizes' ? 'sizes known' : 'sizes left out',
      ...found[name].map((hits) => share(hits, PAST_TRIES)),
    ])
  );
}

/** A model whose accuracy is the same on all days, and a quiet window of it. */
function steadyRows(): string[] {
  const random = seededRandom(1, 'steady');
  const hits = { sizes: 0, plain: 0 };
  const windowOf = (rows: number): PerformanceSide => {
    let right = 0;
    for (let i = 0; i < rows; i++) {
      right += random.next() < STEADY.rate ? 1 : 0;
    }
    const confusion = {
      classes: ['late', 'on_time'],
      counts: [Float64Array.of(right, rows - right), Float64Array.of(0, 0)],
    };
    return { blocks: [{ block: 0, outcomes: { rows, labelled: rows, confusion } }] };
  };
  for (let attempt = 0; attempt < PAST_TRIES; attempt++) {
    const past = Array.from({ length: STEADY.past }, () => windowOf(STEADY.rows));
    const current = windowOf(QUIET);
    const [sized] = pValues(current, null, past, 'blocks');
    const plain = plainP('accuracy', current, past);
    hits.sizes += sized !== null && sized <= ALPHA ? 1 : 0;
    hits.plain += plain !== null && plain <= ALPHA ? 1 : 0;
  }
  return (['sizes', 'plain'] as const).map((name) =>
    row([
      `${STEADY.rows} rows, steady 80 %`,
      STEADY.past,
      'quiet',
      name === 'sizes' ? 'sizes known' : 'sizes left out',
      share(hits[name], PAST_TRIES),
      ...METRICS.slice(1).map(() => '–'),
    ])
  );
}

function pValues(
  current: PerformanceSide,
  baseline: PerformanceSide | null,
  past: readonly PerformanceSide[],
  significance: 'blocks' | 'iid'
): Array<number | null> {
  const common = { segment: {}, matureAt: null, estimated: null, objective: null, gates: true };
  const cases = METRICS.map((metric) => ({ ...common, metric, current, baseline, past }));
  return judgePerformance(cases, FLIGHT_ROLES, performanceDecisionSchema.parse({ significance })).map(
    ({ pValue }) => pValue
  );
}

function plainP(metric: PerformanceMetric, current: PerformanceSide, past: readonly PerformanceSide[]): number | null {
  const scale = metricScale(metric);
  const level = ({ blocks }: PerformanceSide) => {
    const { value, rows } = measurePerformance(
      metric,
      mergeOutcomes(blocks.map(({ outcomes }) => outcomes)),
      FLIGHT_ROLES
    );
    return value === null ? null : scale.to(value, rows);
  };
  const now = level(current);
  const known = past.map(level).filter((value) => value !== null);
  if (now === null || known.length < 8) {
    return null;
  }
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1);
  return studentTwoSidedTail((now - mean) / Math.sqrt(squares * (1 + 1 / known.length)), known.length - 1);
}

function quiet(day: FlightDay, random: SeededRandom): FlightDay {
  const rows = Array.from({ length: QUIET }, () => day.rows[random.below(day.rows.length)]);
  return { ...day, rows, outcomes: outcomesOf(rows) };
}

function sideOf(days: readonly FlightDay[]): PerformanceSide {
  return { blocks: days.map(({ day, outcomes }) => ({ block: day, outcomes })) };
}

function counter(): number[] {
  return METRICS.map(() => 0);
}

function count(hits: number[], pValuesOfMetrics: ReadonlyArray<number | null>): void {
  pValuesOfMetrics.forEach((p, i) => (hits[i] += p !== null && p <= ALPHA ? 1 : 0));
}

function shuffled<T>(values: readonly T[], random: SeededRandom): T[] {
  const order = [...values];
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
