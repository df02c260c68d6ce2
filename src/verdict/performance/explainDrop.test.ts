/** @jest-environment node */
import type { PerformanceMetric } from '../../query/performanceMetric';
import { mergeOutcomes } from '../../outcomes/mergeOutcomes';
import type { Outcomes } from '../../outcomes/Outcomes';
import { measurePerformance } from '../../statistics/performance/measurePerformance';
import { seededRandom } from '../../statistics/random/seededRandom';
import { describeDrop } from './describeDrop';
import { explainDrop, type Slice } from './explainDrop';
import { drawSide, ROLES } from './testing/drawSide';

describe('explainDrop', () => {
  const slices: Slice[] = [
    slice('a', [2, 900], [2, 500]),
    slice('b', [2, 300], [0.9, 700]),
    slice('c', [1.6, 200], [1.6, 20]),
    slice('d', [1.6, 0], [1.6, 100]),
  ];

  it.each(['accuracy', 'precision', 'recall', 'specificity', 'brier', 'log_loss'] as const)(
    'adds up to the drop of %s exactly',
    (metric: PerformanceMetric) => {
      const { drop, mix, within, slices: found } = explainDrop(metric, slices, ROLES);
      const all = (side: 'baseline' | 'current') =>
        measurePerformance(metric, mergeOutcomes(slices.map((one) => one[side])), ROLES).value ?? NaN;
      const sign = metric === 'brier' || metric === 'log_loss' ? 1 : -1;
      expect(drop).toBeCloseTo(sign * (all('current') - all('baseline')), 12);
      expect((mix ?? NaN) + (within ?? NaN)).toBeCloseTo(drop ?? 0, 12);
      expect(found.reduce((sum, one) => sum + (one.mix ?? NaN) + (one.within ?? NaN), 0)).toBeCloseTo(drop ?? 0, 12);
    }
  );

  it('names the slice that is worse first, with its rows', () => {
    const explanation = explainDrop('accuracy', slices, ROLES);
    expect(explanation.slices[0]).toMatchObject({ segment: { slice: 'b' } });
    expect(explanation.slices[0].pAdjusted).toBeLessThan(0.001);
    expect(describeDrop(explanation)).toMatch(
      /^Of the drop of \d[\d.]* percentage points, -?\d[\d.]*% comes from another mix of rows and the rest from changes within slices\. Most is explained by slice b \(8\d(\.\d)?% → \d\d(\.\d)?%, 300 → 700 rows\): \d+(\.\d)?%/
    );
  });

  it('puts a mere change of shares down to the mix', () => {
    const shifted = [slice('a', [3, 900], [3, 100]), slice('b', [0.4, 100], [0.4, 900])];
    const { drop, mix, within } = explainDrop('accuracy', shifted, ROLES);
    expect(mix).toBeGreaterThan(0.8 * (drop ?? 0));
    expect(Math.abs(within ?? 1)).toBeLessThan(0.2 * (drop ?? 0));
  });

  it('never names small slices', () => {
    const { slices: found } = explainDrop('accuracy', slices, ROLES, { minimumCount: 250 });
    expect(found.map(({ segment }) => segment?.slice ?? null).sort()).toEqual(['a', 'b', null]);
    expect(found.reduce((sum, { baseline }) => sum + baseline.rows, 0)).toBe(1400);
  });

  it('ranks the slices of a metric that is no mean by their own drops', () => {
    const explanation = explainDrop('roc_auc', slices, ROLES);
    expect(explanation).toMatchObject({ mix: null, within: null });
    expect(explanation.slices[0]).toMatchObject({ segment: { slice: 'b' }, mix: null });
    expect(describeDrop(explanation)).toMatch(/^Largest drops of ROC AUC: slice b \(0\.[89]\d* → 0\.7\d*, /);
  });

  it('explains nothing where nothing dropped', () => {
    const same = [slice('a', [1, 200], [2, 200])];
    expect(describeDrop(explainDrop('accuracy', same, ROLES))).toBe('');
    expect(explainDrop('accuracy', [], ROLES)).toMatchObject({ drop: null, slices: [] });
  });
});

function slice(name: string, [before, n]: [number, number], [now, m]: [number, number]): Slice {
  return { segment: { slice: name }, baseline: drawn(name, before, n), current: drawn(`${name} now`, now, m) };
}

function drawn(name: string, quality: number, rows: number): Outcomes {
  return mergeOutcomes(
    drawSide(1, { quality, positives: 0.4, rows }, seededRandom(4, name)).blocks.map(({ outcomes }) => outcomes)
  );
}
