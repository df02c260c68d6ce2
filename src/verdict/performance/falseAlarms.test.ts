/** @jest-environment node */
import { performanceDecisionSchema } from '../../query/performanceQuery';
import { seededRandom } from '../../statistics/random/seededRandom';
import { judgePerformance } from './judgePerformance';
import { drawSide, ROLES } from './testing/drawSide';

/** Days that hang together: the share of positives moves by a factor of almost three from day to day. */
const TIDES = { quality: 1.5, positives: 0.25, tides: 1, rows: 120, decimals: 2 };
const METRICS = ['accuracy', 'roc_auc', 'f1', 'brier', 'precision', 'recall'] as const;
const TRIES = 80;

it('rarely calls days that hang together worse or better by days, and often by rows', () => {
  const found = { blocks: METRICS.map(() => 0), iid: METRICS.map(() => 0) };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const random = seededRandom(attempt, 'tides');
    const [current, baseline] = [drawSide(20, TIDES, random), drawSide(20, TIDES, random)];
    const common = { segment: {}, current, baseline, past: [], matureAt: null, estimated: null, objective: null };
    const cases = METRICS.map((metric) => ({ ...common, metric, gates: true }));
    for (const significance of ['blocks', 'iid'] as const) {
      judgePerformance(cases, ROLES, performanceDecisionSchema.parse({ significance })).forEach(({ pValue }, i) => {
        found[significance][i] += pValue !== null && pValue <= 0.05 ? 1 : 0;
      });
    }
  }
  // 5% of 80 tries, and three standard deviations more.
  found.blocks.forEach((alarms) => expect(alarms).toBeLessThanOrEqual(10));
  expect(found.iid[0] / TRIES).toBeGreaterThan(0.2);
  expect(found.iid[3] / TRIES).toBeGreaterThan(0.2);
});
