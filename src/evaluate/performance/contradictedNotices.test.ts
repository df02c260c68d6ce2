/** @jest-environment node */
import type { ScoreTable } from '../../outcomes/ScoreTable';
import { noticeText } from '../../sources/Notice';
import { contradictedNotices } from './contradictedNotices';

const ROLES = { positive: 'late', score: 'p', threshold: 0.5, predicts: false };

function blocksOf(late: number[], onTime: number[]) {
  const lower = Float64Array.of(0.001, 0.6);
  const byClass = new Map([
    ['late', { counts: Float64Array.from(late) }],
    ['on_time', { counts: Float64Array.from(onTime) }],
  ]);
  const table: ScoreTable = { lower, upper: lower, byClass };
  const rows = [...late, ...onTime].reduce((sum, count) => sum + count, 0);
  return [{ block: 0, outcomes: { rows, labelled: rows, scores: new Map([['p', table]]) } }];
}

describe('contradictedNotices', () => {
  const baseline = blocksOf([2, 600], [1998, 400]);
  it('name the segment whose labels contradict confident scores', () => {
    const sides = [
      { segment: { origin: 'EWR' }, current: blocksOf([30, 300], [970, 200]), baseline },
      { segment: { origin: 'JFK' }, current: blocksOf([1, 300], [999, 200]), baseline },
    ];
    expect(contradictedNotices(sides, ROLES, 0).map(noticeText)).toEqual([
      'Labels contradict confident scores (origin = EWR): 30 of 1000 rows (3%) whose score leaves the other class less than 1%; the baseline had 0.1%. These labels may be wrong.',
    ]);
    expect(contradictedNotices(sides, ROLES, 50)).toEqual([]);
  });

  it('say nothing without a score, a baseline or rows', () => {
    const current = blocksOf([30, 300], [970, 200]);
    expect(contradictedNotices([{ segment: {}, current, baseline: [] }], ROLES, 0)).toEqual([]);
    expect(contradictedNotices([{ segment: {}, current: [], baseline }], ROLES, 0)).toEqual([]);
    expect(contradictedNotices([{ segment: {}, current, baseline }], { ...ROLES, score: undefined }, 0)).toEqual([]);
  });
});
