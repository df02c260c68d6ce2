/** @jest-environment node */
import { mergeScores } from '../../../outcomes/mergeScores';
import type { ScoreTable } from '../../../outcomes/ScoreTable';
import { seededRandom } from '../../random/seededRandom';
import { contradictedLabels } from './contradictedLabels';

const ROLES = { positive: 'late', threshold: 0.5, predicts: false };

/** Calibrated scores of two decimals, of which a share got the other label. */
function draw(rows: number, stream: string, swapped: number): ScoreTable {
  const random = seededRandom(1, stream);
  const lower = Float64Array.from({ length: 201 }, (_, i) => i / 200);
  const sides = { late: new Float64Array(201), on_time: new Float64Array(201) };
  for (let i = 0; i < rows; i++) {
    // Most scores are near 0 or 1.
    const u = random.next();
    const place = Math.round(200 * (u < 0.5 ? (2 * u) ** 6 / 2 : 1 - (2 - 2 * u) ** 6 / 2));
    const isLate = random.next() < place / 200 !== random.next() < swapped;
    sides[isLate ? 'late' : 'on_time'][place] += 1;
  }
  return {
    lower,
    upper: lower,
    byClass: new Map(Object.entries(sides).map(([name, counts]) => [name, { counts }])),
  };
}

describe('contradictedLabels', () => {
  const baseline = draw(20000, 'baseline', 0);
  it('finds labels that were exchanged', () => {
    const found = contradictedLabels(baseline, [draw(3000, 'now', 0.02)], ROLES)!;
    expect(found.contradicted / found.confident).toBeGreaterThan(0.012);
    expect(found.baselineContradicted / found.baselineConfident).toBeLessThan(0.01);
    expect(found.pValue).toBeLessThan(1e-6);
  });

  it('counts parts as it counts all of them together', () => {
    const parts = [draw(900, 'a', 0.02), draw(2100, 'b', 0.01)];
    const whole = mergeScores(parts);
    expect(contradictedLabels(baseline, parts, ROLES)).toEqual(contradictedLabels(baseline, [whole], ROLES));
    expect(contradictedLabels(whole, [baseline], ROLES, parts)).toEqual(contradictedLabels(whole, [baseline], ROLES));
  });

  it('finds none where scores mean what they meant: at most as often as asked for', () => {
    let alarms = 0;
    for (let i = 0; i < 200; i++) {
      alarms += contradictedLabels(baseline, [draw(2000, `quiet ${i}`, 0)], ROLES)!.pValue < 0.001 ? 1 : 0;
    }
    expect(alarms).toBeLessThanOrEqual(2);
  });

  it('says nothing without confident scores', () => {
    const lower = Float64Array.of(0.4, 0.6);
    const byClass = new Map(['late', 'on_time'].map((name) => [name, { counts: Float64Array.of(500, 500) }]));
    const vague = { lower, upper: lower, byClass };
    expect(contradictedLabels(vague, [vague], ROLES)).toBeNull();
    // None of 200 is not yet less than 1%.
    const few = { lower, upper: lower, byClass: new Map([['on_time', { counts: Float64Array.of(200, 0) }]]) };
    expect(contradictedLabels(few, [few], ROLES)).toBeNull();
    expect(contradictedLabels({ lower, upper: lower, byClass: new Map() }, [vague], ROLES)).toBeNull();
  });
});
