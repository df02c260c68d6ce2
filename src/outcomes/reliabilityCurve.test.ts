import { reliabilityCurve } from './reliabilityCurve';

it('gives mean score and observed share of each tenth that has rows', () => {
  const scores = Float64Array.of(0, 0.05, 0.5, 1);
  const byClass = new Map([
    ['1', { counts: Float64Array.of(0, 1, 1, 2) }],
    ['0', { counts: Float64Array.of(3, 0, 1, 0) }],
  ]);
  expect(reliabilityCurve({ lower: scores, upper: scores, byClass }, '1')).toEqual([
    { predicted: 0.05 / 4, observed: 0.25, rows: 4 },
    { predicted: 0.5, observed: 0.5, rows: 2 },
    { predicted: 1, observed: 1, rows: 2 },
  ]);
});

it('takes the sums of buckets where they are known', () => {
  const byClass = new Map([['1', { counts: Float64Array.of(2), sums: Float64Array.of(0.3) }]]);
  expect(reliabilityCurve({ lower: Float64Array.of(0.1), upper: Float64Array.of(0.2), byClass }, '1')).toEqual([
    { predicted: 0.15, observed: 1, rows: 2 },
  ]);
});
