import type { Outcomes } from '../../src/outcomes/Outcomes';
import type { PerformanceMetric } from '../../src/query/performanceMetric';
import { measurePerformance } from '../../src/statistics/performance/measurePerformance';
import { logitInterval } from '../../src/statistics/performance/intervals/logitInterval';
import { placementsOf } from '../../src/statistics/performance/scores/placements';
import { binaryScores } from '../../src/outcomes/binaryScores';
import { drawNormal } from '../../src/statistics/random/drawNormal';
import { type SeededRandom, seededRandom } from '../../src/statistics/random/seededRandom';
import { drawBinormal, drawCalibrated, drawConfusion, outcomesOf } from './draw';

export interface Case {
  readonly name: string;
  readonly metric: PerformanceMetric;
  /** Drawn anew each time. */
  readonly draw: (random: SeededRandom) => Outcomes;
  /** A sample so large that its value is the true one. */
  readonly truth: (random: SeededRandom) => Outcomes;
}

const CLASSES = { positive: '1', threshold: 0.5, predicts: true };
const SCORES = { positive: '1', score: 'p', threshold: 0.5, predicts: false };

/** Cells by actual and predicted class for a share of positives, recall and specificity. */
const binary = (share: number, recall: number, specificity: number) => [
  [(1 - share) * specificity, (1 - share) * (1 - specificity)],
  [share * (1 - recall), share * recall],
];
const THREE = [
  [0.3, 0.05, 0.05],
  [0.04, 0.2, 0.06],
  [0.03, 0.02, 0.25],
];

const fromCells = (
  metric: PerformanceMetric,
  name: string,
  rows: number,
  cells: ReadonlyArray<readonly number[]>
): Case => ({
  name: `${name}, ${rows} rows`,
  metric,
  draw: (random) => drawConfusion(rows, cells, random),
  truth: () => ({
    rows: 1e9,
    labelled: 1e9,
    confusion: {
      classes: cells.map((_, i) => `${i}`),
      counts: cells.map((row) => Float64Array.from(row, (x) => x * 1e9)),
    },
  }),
});

const auc = (distance: number, positives: number, negatives: number): Case => ({
  name: `${positives} positives, ${negatives} negatives, normal scores ${distance} apart`,
  metric: 'roc_auc',
  draw: (random) => outcomesOf(drawBinormal(positives, negatives, distance, random)),
  truth: (random) => outcomesOf(drawBinormal(400000, 400000, distance, random)),
});

const loss = (metric: PerformanceMetric, centre: number, rows: number): Case => ({
  name: `calibrated scores around ${Math.round(100 / (1 + Math.exp(-centre)))} %, ${rows} rows`,
  metric,
  draw: (random) => outcomesOf(drawCalibrated(rows, centre, random)),
  truth: (random) => outcomesOf(drawCalibrated(1000000, centre, random)),
});

function drawErrors(rows: number, random: SeededRandom): Outcomes {
  const errors = Float64Array.from({ length: rows }, () => 0.3 + drawNormal(random));
  const sum = (power: number) => errors.reduce((all, error) => all + Math.abs(error) ** power, 0);
  const absolute = { low: sum(1), high: sum(1) };
  const zero = { meanActual: 0, squaresActual: 0, squaresPredicted: 0, products: 0 };
  const mean = errors.reduce((all, error) => all + error / rows, 0);
  return {
    rows,
    labelled: rows,
    errors: { ...zero, rows, meanPredicted: mean, absolute, squares: sum(2), fourth: sum(4) },
  };
}
const errors = (metric: PerformanceMetric, rows: number): Case => ({
  name: `normal errors, ${rows} rows`,
  metric,
  draw: (random) => drawErrors(rows, random),
  truth: (random) => drawErrors(2000000, random),
});

export const CASES: readonly Case[] = [
  fromCells('accuracy', 'accuracy .80', 50, binary(0.5, 0.8, 0.8)),
  fromCells('accuracy', 'accuracy .80', 1000, binary(0.5, 0.8, 0.8)),
  fromCells('accuracy', 'accuracy .97', 200, binary(0.1, 0.88, 0.98)),
  fromCells('recall', '10 % positives, recall .60', 300, binary(0.1, 0.6, 0.95)),
  fromCells('precision', '10 % positives, precision .57', 300, binary(0.1, 0.6, 0.95)),
  fromCells('f1', '40 % positives', 60, binary(0.4, 0.7, 0.8)),
  fromCells('f1', '10 % positives', 300, binary(0.1, 0.6, 0.95)),
  fromCells('f1', '2 % positives', 2000, binary(0.02, 0.5, 0.99)),
  fromCells('mcc', '40 % positives', 60, binary(0.4, 0.7, 0.8)),
  fromCells('mcc', '10 % positives', 300, binary(0.1, 0.6, 0.95)),
  fromCells('mcc', '2 % positives', 2000, binary(0.02, 0.5, 0.99)),
  fromCells('mcc', 'three classes', 150, THREE),
  fromCells('macro_f1', 'three classes', 150, THREE),
  fromCells('macro_recall', 'three classes', 150, THREE),
  fromCells('weighted_precision', 'three classes', 150, THREE),
  auc(1, 10, 90),
  auc(2, 10, 990),
  auc(2.5, 10, 490),
  auc(1, 30, 300),
  auc(2, 30, 970),
  auc(1, 200, 800),
  auc(2, 200, 200),
  loss('brier', 0, 50),
  loss('brier', -3, 500),
  loss('log_loss', 0, 50),
  loss('log_loss', -3, 500),
  errors('mae', 30),
  errors('bias', 30),
  errors('rmse', 100),
  errors('mse', 1000),
];

export interface Coverage {
  readonly name: string;
  readonly metric: PerformanceMetric;
  /** Draws whose interval holds the true value, and all draws with a value. */
  readonly held: number;
  readonly draws: number;
  /** AUC: how often DeLong's interval alone does. */
  readonly deLong?: number;
}

/** How often the interval of one case holds the true value. */
export function coverageOf({ name, metric, draw, truth }: Case, draws: number): Coverage {
  const random = seededRandom(1, `${metric} ${name}`);
  const roles = metric === 'roc_auc' || metric === 'brier' || metric === 'log_loss' ? SCORES : CLASSES;
  const value = measurePerformance(metric, truth(random), roles).value ?? NaN;
  let [held, counted, deLong] = [0, 0, 0];
  for (let i = 0; i < draws; i++) {
    const outcomes = draw(random);
    const { low, high } = measurePerformance(metric, outcomes, roles);
    if (low !== null && high !== null) {
      counted += 1;
      held += low <= value && value <= high ? 1 : 0;
      deLong += metric === 'roc_auc' && holdsByDeLong(outcomes, value) ? 1 : 0;
    }
  }
  return { name, metric, held, draws: counted, ...(metric === 'roc_auc' && { deLong }) };
}

/** A sample without any lost pair has no variance: its interval is a point. */
function holdsByDeLong(outcomes: Outcomes, value: number): boolean {
  const placed = placementsOf(binaryScores(outcomes.scores!.get('p')!, '1'), 0.5);
  const interval = logitInterval(placed.auc, placed.standardError);
  return interval !== null && interval[0] <= value && value <= interval[1];
}
