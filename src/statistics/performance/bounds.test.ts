/** @jest-environment node */
import type { PerformanceMetric } from '../../query/performanceMetric';
import { seededRandom } from '../random/seededRandom';
import { measurePerformance, metricPoint } from './measurePerformance';
import type { MetricRoles } from './MetricRoles';
import { bucketsOfRows, tableOfRows } from './testing/outcomesOf';

const ROLES: MetricRoles = { positive: '1', score: 'p', threshold: 0.5, predicts: false };
const METRICS: PerformanceMetric[] = [
  'roc_auc',
  'gini',
  'average_precision',
  'ks',
  'brier',
  'log_loss',
  'calibration_error',
];
const TOLD = ['counts', 'total', 'squares', 'sums'] as const;

function drawRows(seed: number) {
  const random = seededRandom(seed, 'rows');
  const rows = 5 + random.below(200);
  const share = [0.5, 0.1, 0.9][random.below(3)];
  const decimals = 10 ** (1 + random.below(4));
  const sharpness = [0.3, 1, 4][random.below(3)];
  const actual = Array.from({ length: rows }, () => (random.next() < share ? 1 : 0));
  actual[0] = 1;
  actual[1] = 0;
  const scores = actual.map((y) => {
    const logit = sharpness * (random.next() * 4 - 2 + (y - 0.5) * random.next() * 2);
    return Math.round(decimals / (1 + Math.exp(-logit))) / decimals;
  });
  const pick = [
    Array.from({ length: 11 }, (_, i) => i / 10),
    Array.from({ length: 1 + random.below(12) }, random.next.bind(random)),
  ];
  const edges = [...new Set([0, 1, ...pick[random.below(2)]])].sort((a, b) => a - b);
  return { actual, scores, edges };
}

const outcomesOf = (table: ReturnType<typeof tableOfRows>, rows: number) => ({
  rows,
  labelled: rows,
  scores: new Map([['p', table]]),
});

describe('what buckets tell', () => {
  it('holds the exact value, whatever else the store tells', () => {
    let checks = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const { actual, scores, edges } = drawRows(seed);
      const exact = outcomesOf(tableOfRows(actual, scores), actual.length);
      for (const told of TOLD) {
        const bucketed = outcomesOf(bucketsOfRows(actual, scores, edges, told), actual.length);
        for (const metric of METRICS) {
          const value = metricPoint(metric, exact, ROLES) ?? NaN;
          const { boundLow, boundHigh, low, high } = measurePerformance(metric, bucketed, ROLES);
          if (!(boundLow! - 1e-12 <= value && value <= boundHigh! + 1e-12)) {
            throw new Error(`${metric} of seed ${seed} with ${told}: ${value} is not in [${boundLow}, ${boundHigh}]`);
          }
          expect(low === null || (low <= boundLow! && high! >= boundHigh!)).toBe(true);
          checks += 1;
        }
      }
    }
    expect(checks).toBe(300 * 4 * 7);
  });

  it('is exact for calibration by bins with sums, and for Brier with squares', () => {
    const { actual, scores } = drawRows(4);
    const tenths = Array.from({ length: 11 }, (_, i) => i / 10);
    const exact = outcomesOf(tableOfRows(actual, scores), actual.length);
    const check = (metric: PerformanceMetric, told: 'sums' | 'squares') => {
      const measured = measurePerformance(
        metric,
        outcomesOf(bucketsOfRows(actual, scores, tenths, told), actual.length),
        ROLES
      );
      expect(measured.boundHigh! - measured.boundLow!).toBeLessThan(1e-12);
      expect(measured.value).toBeCloseTo(metricPoint(metric, exact, ROLES)!, 12);
    };
    check('calibration_error', 'sums');
    check('brier', 'squares');
  });

  it('has an interval no narrower than that of the rows themselves', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { actual, scores, edges } = drawRows(seed);
      for (const metric of ['brier', 'log_loss', 'roc_auc'] as const) {
        const of = (table: ReturnType<typeof tableOfRows>) =>
          measurePerformance(metric, outcomesOf(table, actual.length), ROLES);
        const [rows, buckets] = [of(tableOfRows(actual, scores)), of(bucketsOfRows(actual, scores, edges, 'sums'))];
        const slack = metric === 'roc_auc' ? 0.02 : 1e-9;
        expect(buckets.low!).toBeLessThanOrEqual(rows.low! + slack);
        expect(buckets.high!).toBeGreaterThanOrEqual(rows.high! - slack);
      }
    }
  });

  it('leaves AUC and average precision open by no more than was measured for equal widths', () => {
    const random = seededRandom(5, 'widths');
    const actual = Array.from({ length: 20000 }, () => (random.next() < 0.3 ? 1 : 0));
    const scores = actual.map((y) => 1 / (1 + Math.exp(-(random.next() * 4 - 2.6 + y * 1.2))));
    const widths = (count: number) => {
      const edges = Array.from({ length: count + 1 }, (_, i) => i / count);
      const outcomes = outcomesOf(bucketsOfRows(actual, scores, edges), actual.length);
      return (['roc_auc', 'average_precision', 'brier'] as const).map((metric) => {
        const { boundLow, boundHigh } = measurePerformance(metric, outcomes, ROLES);
        return boundHigh! - boundLow!;
      });
    };
    const [auc, precision, squares] = widths(50);
    expect(auc).toBeLessThan(0.033);
    expect(precision).toBeLessThan(0.05);
    expect(squares).toBeLessThan(0.025);
  });
});
