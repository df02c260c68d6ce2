/** @jest-environment node */
import { leaveOneOut } from '../../outcomes/leaveOneOut';
import { metricPoint } from '../../statistics/performance/measurePerformance';
import { seededRandom } from '../../statistics/random/seededRandom';
import { coarseOutcomes } from './coarseOutcomes';
import { SideMeasures } from './SideMeasures';
import { drawSide, ROLES } from './testing/drawSide';

const METRICS = ['roc_auc', 'average_precision', 'ks', 'brier', 'log_loss', 'calibration_error', 'accuracy'] as const;

describe('coarseOutcomes', () => {
  const model = { quality: 1.5, positives: 0.05, rows: 700, tides: 0.5, decimals: 12 };
  const side = drawSide(16, model, seededRandom(2, 'coarse'));
  const parts = side.blocks.map(({ outcomes }) => outcomes);

  it('keeps at most about a thousand scores, all rows, and the threshold', () => {
    const coarse = coarseOutcomes(parts, 0.5);
    const table = coarse[0].scores?.get('score');
    expect(table?.lower.length).toBeLessThanOrEqual(1012);
    expect(table?.lower.length).toBeGreaterThan(500);
    expect([...(table?.lower ?? [])]).toEqual([...(table?.lower ?? [])].sort((a, b) => a - b));
    parts.forEach((part, i) => {
      for (const roles of [ROLES, { ...ROLES, predicts: false }]) {
        expect(metricPoint('recall', coarse[i], roles)).toBe(metricPoint('recall', part, roles));
      }
    });
  });

  it.each(METRICS)('gives the standard error of %s that all scores give, within 2%%', (metric) => {
    const points = [...leaveOneOut(parts)].map((rest) => metricPoint(metric, rest, ROLES) ?? NaN);
    const mean = points.reduce((sum, point) => sum + point, 0) / points.length;
    const exact = Math.sqrt((15 / 16) * points.reduce((sum, point) => sum + (point - mean) ** 2, 0));
    const found = new SideMeasures(side, ROLES).jackknife(metric);
    expect(found?.degrees).toBe(15);
    expect(Math.abs((found?.standardError ?? 0) / exact - 1)).toBeLessThan(0.02);
  });

  it('leaves few scores as they are', () => {
    const few = drawSide(3, { ...model, decimals: 2 }, seededRandom(2, 'few')).blocks.map(({ outcomes }) => outcomes);
    expect(coarseOutcomes(few, 0.5)[0].scores?.get('score')).toBe(few[0].scores?.get('score'));
  });
});
