import { usualScores } from './usualScores';

test('names the 5th and the 95th percentile of the scores of all stretches, windows without a score left out', () => {
  const score = Float64Array.from({ length: 103 }, (_, i) => (i > 100 ? NaN : i));
  expect(
    usualScores(score, [
      [0, 60],
      [60, 103],
    ])
  ).toEqual({ low: 5, high: 95 });
  expect(usualScores(score, [[10, 12]])?.low).toBeCloseTo(10.05);
});

test('names nothing where no window was replayed', () => {
  expect(usualScores(new Float64Array(3).fill(NaN), [[0, 3]])).toBeNull();
  expect(usualScores(new Float64Array(3), [])).toBeNull();
});
